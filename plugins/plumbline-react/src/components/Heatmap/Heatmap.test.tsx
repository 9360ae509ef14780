import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useState } from 'react';
import { entityFriction } from '../../testUtils';
import { Heatmap, type HeatmapProps } from './Heatmap';

function TestHeatmap(props: Partial<HeatmapProps>) {
  const [steps, setSteps] = useState<number[]>([]);
  return (
    <Heatmap
      heatmap={entityFriction().heatmap}
      label="Points by rule and day"
      rowHeader="Rule"
      columnHeader="Day"
      hiddenSteps={steps}
      onHiddenStepsChange={setSteps}
      selectHint="Enter: show these events"
      {...props}
    />
  );
}

describe('Heatmap', () => {
  it('has one tab stop and moves by arrows, Home and End', async () => {
    render(<TestHeatmap />);
    const user = userEvent.setup();
    const grid = screen.getByRole('grid', { name: 'Points by rule and day' });
    expect(
      within(grid)
        .getAllByRole('button')
        .filter(cell => cell.tabIndex === 0),
    ).toHaveLength(1);

    act(() =>
      within(grid)
        .getByRole('button', { name: /^Shell in a pod, Fri 20 Nov/ })
        .focus(),
    );
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(
      within(grid).getByRole('button', {
        name: /^Hot-fixed image, Fri 20 Nov/,
      }),
    ).toHaveFocus();
    await user.keyboard('{Home}');
    expect(
      within(grid).getByRole('button', {
        name: /^Hot-fixed image, Sat 24 Oct/,
      }),
    ).toHaveFocus();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(
      within(grid).getByRole('button', { name: /^Denied by RBAC, Fri 20 Nov/ }),
    ).toHaveFocus();
  });

  it('opens the tooltip on focus as on hover, and closes it by Escape', async () => {
    render(<TestHeatmap onSelect={jest.fn()} />);
    const user = userEvent.setup();
    const cell = screen.getByRole('button', {
      name: /^Shell in a pod, Thu 12 Nov/,
    });

    await user.hover(cell);
    expect(screen.getByRole('tooltip')).toHaveTextContent(
      '12 points in 2 events',
    );
    await user.unhover(cell);
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();

    await user.click(cell);
    expect(screen.getByRole('tooltip')).toHaveTextContent(
      'Enter: show these events',
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
    expect(cell).toHaveFocus();
  });

  it('selects by Enter what holds an event, and nothing else', async () => {
    const onSelect = jest.fn();
    render(<TestHeatmap onSelect={onSelect} />);
    const user = userEvent.setup();

    act(() =>
      screen
        .getByRole('button', { name: /^Shell in a pod, Thu 12 Nov/ })
        .focus(),
    );
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledTimes(1);
    expect(onSelect.mock.calls[0][0]).toMatchObject({
      row: { id: 'pod-exec' },
      column: { id: '2026-11-12' },
    });

    act(() =>
      screen
        .getByRole('button', { name: /^Shell in a pod, Fri 13 Nov/ })
        .focus(),
    );
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledTimes(1);
  });

  it('dims the cells of a step that is switched off', async () => {
    render(<TestHeatmap />);
    const user = userEvent.setup();
    const cell = screen.getByRole('button', {
      name: /^Shell in a pod, Thu 12 Nov/,
    });
    const step = screen.getByRole('button', { name: 'Show cells of 10+' });
    expect(step).toHaveAttribute('aria-pressed', 'true');

    await user.click(step);
    expect(step).toHaveAttribute('aria-pressed', 'false');
    expect(cell).toHaveAttribute('data-dimmed');
  });

  it('shows the same numbers as a table, days without data in words', () => {
    render(<TestHeatmap asTable />);
    const row = screen.getByRole('row', { name: /Shell in a pod Thu 12 Nov/ });
    expect(within(row).getByText('12')).toBeVisible();
    expect(screen.getByText('No data: Sat 24 Oct, Sun 25 Oct.')).toBeVisible();
  });

  it.each([false, true])(
    'has no accessibility violation (as table: %s)',
    async asTable => {
      const { container } = render(<TestHeatmap asTable={asTable} />);
      expect(await axe(container)).toHaveNoViolations();
    },
  );
});
