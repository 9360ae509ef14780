import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { auditEventRow } from '../../testUtils';
import { EMPTY_LIVE_TAIL } from './liveTailState';
import { LiveTailBar } from './LiveTailBar';
import type { LiveTailResult } from './useLiveTail';

function tailOf(overrides: Partial<LiveTailResult> = {}): LiveTailResult {
  return {
    ...EMPTY_LIVE_TAIL,
    connection: 'live',
    error: undefined,
    show: jest.fn(),
    setPaused: jest.fn(),
    setHeld: jest.fn(),
    ...overrides,
  };
}

describe('LiveTailBar', () => {
  it('counts what waits and shows it on request', async () => {
    const tail = tailOf({
      waiting: [auditEventRow({ id: '1' }), auditEventRow({ id: '2' })],
    });
    const { container } = render(<LiveTailBar tail={tail} />);
    const user = userEvent.setup();
    expect(screen.getByText('2 new')).toBeVisible();
    expect(screen.getByText('2 new events wait')).toHaveAttribute(
      'aria-live',
      'polite',
    );
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(tail.show).toHaveBeenCalled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('pauses and resumes', async () => {
    const tail = tailOf();
    const user = userEvent.setup();
    const { rerender } = render(<LiveTailBar tail={tail} />);
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(tail.setPaused).toHaveBeenCalledWith(true);

    rerender(<LiveTailBar tail={{ ...tail, paused: true }} />);
    expect(screen.getByText('Paused')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(tail.setPaused).toHaveBeenCalledWith(false);
  });

  it('says that the connection broke, and has no Pause when it is off', () => {
    const { rerender } = render(
      <LiveTailBar tail={tailOf({ connection: 'broken' })} />,
    );
    expect(screen.getByText('Connection lost, trying again')).toBeVisible();
    rerender(<LiveTailBar tail={tailOf({ connection: 'off' })} />);
    expect(
      screen.queryByRole('button', { name: 'Pause' }),
    ).not.toBeInTheDocument();
  });
});
