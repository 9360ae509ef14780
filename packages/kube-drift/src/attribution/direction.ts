import { Direction } from '../compare/difference';
import { BaseDoubt } from './baseDoubt';

/** What the events tell of a field, beside the base. */
export interface DirectionWitness {
  /** The direction by the base. */
  byBase: Direction;
  doubt: BaseDoubt | undefined;
  /** An observation says when all was well. */
  observed: boolean;
  /** Desired is what it was when all was well. */
  desiredUnchanged: boolean;
  /** The field when all was well, if that is known. */
  start?: { isDesired: boolean; isLive: boolean; isAbsent: boolean };
  /** The request that is named as the cause, and whether a person sent it. */
  cause?: { byPerson: boolean };
  /** Git declares the field. */
  isDeclared: boolean;
}

/**
 * Which side moved. A recorded write tells better than the base: somebody's
 * own `kubectl apply` rewrites last-applied as if Git had said so.
 */
export function directionOfChange(witness: DirectionWitness): Direction {
  const { byBase, start, cause, isDeclared } = witness;
  if (witness.desiredUnchanged) {
    return 'live-changed';
  }
  if (!isOpen(witness)) {
    return byBase;
  }
  if (start?.isDesired) {
    return 'live-changed';
  }
  if (start?.isLive && witness.observed) {
    return 'git-ahead';
  }
  if (!start || !cause) {
    return 'unknown';
  }
  // Of an object made anew nobody knows what Git said before.
  return byBase === 'unknown' && start.isAbsent && isDeclared
    ? 'unknown'
    : 'both';
}

/** Whether the base leaves it open. That live moved, no base says wrongly. */
function isOpen({ byBase, doubt, cause }: DirectionWitness): boolean {
  switch (byBase) {
    case 'unknown':
      return true;
    case 'git-ahead':
      return doubt !== undefined || cause?.byPerson === true;
    case 'both':
      return doubt !== undefined;
    default:
      return false;
  }
}

/**
 * The most that may be said of a request without its body. What Git itself
 * last applied, no write in the window has changed.
 */
export function levelWithoutBody(
  direction: Direction,
  doubt: BaseDoubt | undefined,
  isNew: boolean,
): 'strong' | 'likely' | 'nobody' {
  if (direction !== 'git-ahead' || isNew) {
    return 'strong';
  }
  return doubt === 'person' ? 'likely' : 'nobody';
}
