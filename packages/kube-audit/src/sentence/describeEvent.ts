import type { Actor } from '../actor/Actor';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { describeAction } from './action';
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
 * One plain sentence: actor, as whom, what was done, to what, where, and how it
 * ended. Control and bidirectional characters are shown escaped.
 */
export function describeEvent(
  e: NormalizedEvent,
  actor: Actor,
  cluster?: string,
): string {
  const who = actor.onBehalfOf
    ? `${actor.onBehalfOf} (acting as ${actor.name})`
    : actor.name;
  const where = cluster ? ` on cluster ${cluster}` : '';
  return visible(`${who} ${describeAction(e)}${where}${endingOf(e)}`);
}

function endingOf(e: NormalizedEvent): string {
  const code = e.code === undefined ? '' : ` (${e.code})`;
  switch (e.outcome) {
    case 'denied':
      return e.code === 401
        ? ': refused, not authenticated (401)'
        : ': denied (403)';
    case 'failed':
      return e.stage === 'Panic'
        ? ': the API server panicked'
        : `: ${REASONS[e.code ?? 0] ?? 'failed'}${code}`;
    case 'started':
      return e.stage === 'RequestReceived' ? ': request received' : ': started';
    default:
      return '';
  }
}
