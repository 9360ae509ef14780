import type { Actor } from '../actor/Actor';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { describeAction, describeRefusedAction } from './action';
import { visible } from './visible';

const REASONS: Record<number, string> = {
  400: 'bad request',
  404: 'not found',
  405: 'not allowed',
  409: 'conflict',
  410: 'expired',
  413: 'too large',
  415: 'wrong media type',
  422: 'invalid',
  429: 'blocked, too many requests',
  500: 'internal error',
  503: 'unavailable',
  504: 'timed out',
};

/**
 * One plain sentence: actor, as whom, what was done, to what, from what to
 * what, and how it ended. Control and bidirectional characters are shown
 * escaped. `before` is the object as it was, if known.
 */
export function describeEvent(
  e: NormalizedEvent,
  actor: Actor,
  before?: unknown,
): string {
  const who = actor.onBehalfOf
    ? `${actor.onBehalfOf} (acting as ${actor.name})`
    : actor.name;
  const what = isForbidden(e)
    ? `was denied: cannot ${describeRefusedAction(e)}`
    : `${describeAction(e, before)}${endingOf(e)}`;
  return visible(`${who} ${what}`);
}

function isForbidden(e: NormalizedEvent): boolean {
  return e.outcome === 'denied' && e.code !== 401;
}

function endingOf(e: NormalizedEvent): string {
  const code = e.code === undefined ? '' : ` (${e.code})`;
  switch (e.outcome) {
    case 'denied':
      return `: refused, not authenticated${code}`;
    case 'failed':
      return e.stage === 'Panic'
        ? ': the API server panicked'
        : `: ${REASONS[e.code ?? 0] ?? 'failed'}${code}`;
    case 'started':
      return e.stage === 'RequestReceived' ? ': request received' : '';
    default:
      return '';
  }
}
