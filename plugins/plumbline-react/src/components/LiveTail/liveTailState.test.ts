import { auditEventRow } from '../../testUtils';
import {
  EMPTY_LIVE_TAIL,
  liveTailReducer,
  type LiveTailAction,
} from './liveTailState';

const row = (id: string) => auditEventRow({ id });
const receive = (...ids: string[]): LiveTailAction => ({
  type: 'receive',
  events: ids.map(row),
});
const after = (...actions: LiveTailAction[]) => {
  const state = actions.reduce(liveTailReducer, EMPTY_LIVE_TAIL);
  return {
    shown: state.shown.map(event => event.id),
    waiting: state.waiting.map(event => event.id),
    overflow: state.overflow,
  };
};

describe('liveTailReducer', () => {
  it('shows new events at once while nobody is in the list', () => {
    expect(after(receive('1'), receive('3', '2'))).toMatchObject({
      shown: ['3', '2', '1'],
      waiting: [],
    });
  });

  it('keeps them waiting while the reader is in the list, until they leave', () => {
    const held: LiveTailAction = { type: 'hold', held: true };
    expect(after(receive('1'), held, receive('2'))).toMatchObject({
      shown: ['1'],
      waiting: ['2'],
    });
    expect(
      after(receive('1'), held, receive('2'), { type: 'hold', held: false }),
    ).toMatchObject({ shown: ['2', '1'], waiting: [] });
  });

  it('shows what waits on request, also while the reader stays', () => {
    expect(
      after({ type: 'hold', held: true }, receive('1'), { type: 'show' }),
    ).toMatchObject({ shown: ['1'], waiting: [] });
  });

  it('stays paused when the reader leaves the list', () => {
    expect(
      after(
        { type: 'pause', paused: true },
        { type: 'hold', held: true },
        receive('1'),
        { type: 'hold', held: false },
      ),
    ).toMatchObject({ shown: [], waiting: ['1'] });
  });

  it('shows what waits when the reader resumes, also while they stay', () => {
    expect(
      after(
        { type: 'hold', held: true },
        { type: 'pause', paused: true },
        receive('1'),
        { type: 'pause', paused: false },
        receive('2'),
      ),
    ).toMatchObject({ shown: ['1'], waiting: ['2'] });
  });

  it('takes the same event once, as after a reconnect', () => {
    expect(after(receive('1'), receive('1'))).toMatchObject({ shown: ['1'] });
  });

  it('says that more waited than it keeps', () => {
    const ids = Array.from({ length: 501 }, (_, index) => `${index}`);
    const state = after({ type: 'hold', held: true }, receive(...ids));
    expect(state.waiting).toHaveLength(500);
    expect(state.overflow).toBe(true);
  });

  it('starts anew after a change of filters, and stays paused', () => {
    const state = [
      receive('1'),
      { type: 'pause', paused: true } as const,
      receive('2'),
      { type: 'reset' } as const,
    ].reduce(liveTailReducer, EMPTY_LIVE_TAIL);
    expect(state).toMatchObject({ shown: [], waiting: [], paused: true });
  });
});
