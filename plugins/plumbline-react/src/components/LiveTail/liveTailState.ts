import type { AuditEventRow } from '@plumbline/backstage-plugin-plumbline-common';

/** Events kept on screen by the tail; older ones come by "Load older". */
const SHOWN_LIMIT = 500;
/** Events that wait; beyond, the count is "at least". */
const WAITING_LIMIT = 500;

/** What the tail has brought so far. @public */
export interface LiveTailState {
  /** Newest first, above what the search answered. */
  shown: AuditEventRow[];
  /** Newest first; they wait until the reader asks for them or leaves the list. */
  waiting: AuditEventRow[];
  /** True when more waited than are kept. */
  overflow: boolean;
  /** The reader pressed Pause. */
  paused: boolean;
  /** Pointer or focus is in the list: rows must not move. */
  held: boolean;
}

/** @internal */
export type LiveTailAction =
  | { type: 'receive'; events: AuditEventRow[] }
  | { type: 'hold'; held: boolean }
  | { type: 'pause'; paused: boolean }
  | { type: 'show' }
  | { type: 'reset' };

/** @internal */
export const EMPTY_LIVE_TAIL: LiveTailState = {
  shown: [],
  waiting: [],
  overflow: false,
  paused: false,
  held: false,
};

function prepend(
  newer: AuditEventRow[],
  older: AuditEventRow[],
  limit: number,
): AuditEventRow[] {
  return [...newer, ...older].slice(0, limit);
}

/** Moves what waits onto the screen. */
function release(state: LiveTailState): LiveTailState {
  return {
    ...state,
    shown: prepend(state.waiting, state.shown, SHOWN_LIMIT),
    waiting: [],
    overflow: false,
  };
}

/**
 * Decides where a new event goes: on the screen, or behind "4 new, Show" while the reader is in the list or paused.
 * The same event twice, as after a reconnect, is one.
 *
 * @internal
 */
export function liveTailReducer(
  state: LiveTailState,
  action: LiveTailAction,
): LiveTailState {
  switch (action.type) {
    case 'receive': {
      const known = new Set(
        [...state.shown, ...state.waiting].map(event => event.id),
      );
      const fresh = action.events.filter(event => !known.has(event.id));
      if (fresh.length === 0) {
        return state;
      }
      const waiting = prepend(fresh, state.waiting, WAITING_LIMIT);
      const next = {
        ...state,
        waiting,
        overflow:
          state.overflow || fresh.length + state.waiting.length > WAITING_LIMIT,
      };
      return state.held || state.paused ? next : release(next);
    }
    case 'hold': {
      const next = { ...state, held: action.held };
      return action.held || state.paused ? next : release(next);
    }
    case 'pause': {
      const next = { ...state, paused: action.paused };
      // Who resumes asks for what waits, wherever the pointer is.
      return action.paused ? next : release(next);
    }
    case 'show':
      return release(state);
    case 'reset':
      return { ...EMPTY_LIVE_TAIL, paused: state.paused, held: state.held };
    default:
      return state;
  }
}
