import type { Direction } from '@plumbline/backstage-plugin-plumbline-common';
import type { FindingRecord, ObservedObjectRecord } from '../records';

/** What earlier looks tell of a difference. */
export interface EarlierLooks {
  before: FindingRecord | undefined;
  object: ObservedObjectRecord | undefined;
  /** Commit of the last look, and of this one. */
  lastCommit: string | undefined;
  commit: string;
  desiredDigest: string;
}

/**
 * Which side moved, where the objects alone do not tell: a field that was as Git says at the last look, of the same
 * commit, was changed in the cluster.
 */
export function refineDirection(
  direction: Direction,
  { before, object, lastCommit, commit, desiredDigest }: EarlierLooks,
): Direction {
  if (direction !== 'unknown') {
    return direction;
  }
  if (before && before.closedAt === undefined) {
    return before.desiredDigest === desiredDigest
      ? before.direction
      : direction;
  }
  return object?.comparedAt !== undefined && lastCommit === commit
    ? 'live-changed'
    : direction;
}
