import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { auditEventFacets } from '../../testUtils';
import { Histogram } from './Histogram';

describe('Histogram', () => {
  const onZoom = jest.fn();
  beforeEach(() => onZoom.mockReset());
  const renderHistogram = () =>
    render(
      <Histogram
        data={auditEventFacets().histogram}
        label="Events over time"
        zone="UTC"
        onZoom={onZoom}
      />,
    );

  it('zooms by Shift+arrows and Enter', async () => {
    renderHistogram();
    const user = userEvent.setup();
    act(() => screen.getByRole('button', { name: /^13:30:00/ }).focus());
    await user.keyboard(
      '{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}',
    );
    expect(onZoom).toHaveBeenCalledWith({
      from: '2026-11-20T13:31:00.000Z',
      to: '2026-11-20T13:34:00.000Z',
    });
  });

  it('zooms into what was dragged over', () => {
    renderHistogram();
    const bar = (name: RegExp) => screen.getByRole('button', { name });
    fireEvent.pointerDown(bar(/^13:40:00/));
    fireEvent.pointerEnter(bar(/^13:45:00/));
    fireEvent.pointerUp(bar(/^13:45:00/));
    expect(onZoom).toHaveBeenCalledWith({
      from: '2026-11-20T13:40:00.000Z',
      to: '2026-11-20T13:46:00.000Z',
    });
  });

  it('gives up a selection by Escape', async () => {
    renderHistogram();
    const user = userEvent.setup();
    const first = screen.getByRole('button', { name: /^13:30:00/ });
    act(() => first.focus());
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(first).toHaveAttribute('data-chosen');
    await user.keyboard('{Escape}');
    expect(first).not.toHaveAttribute('data-chosen');
    expect(onZoom).not.toHaveBeenCalled();
  });

  it('has no accessibility violation', async () => {
    const { container } = renderHistogram();
    expect(await axe(container)).toHaveNoViolations();
  });
});
