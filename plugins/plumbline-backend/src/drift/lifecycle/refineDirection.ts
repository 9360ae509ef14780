import type { Direction } from '@plumbline/backstage-plugin-plumbline-common';
import type { FindingRecord } from '../records';

/** What earlier looks tell of a difference, and what this one sees of it. Digests are those of values. */
export interface EarlierLooks {
  /** The difference as stored. */
  before: FindingRecord | undefined;
  /**
   * What Git wanted at the last look, at which there was no difference. Undefined when that is not known, or when there
   * was one.
   */
  cleanDigest: string | undefined;
  desiredDigest: string;
  liveDigest: string;
}

/** Which side moved, as far as looks tell. */
export interface RefinedDirection {
  direction: Direction;
  /** Git wants what it wanted when the field was last seen as wanted. */
  desiredUnchanged: boolean;
  /** Live is what it was when the field was last seen as wanted: no write is the cause, Git is. */
  liveUnchanged: boolean;
}

const NOTHING_KNOWN = { desiredUnchanged: false, liveUnchanged: false };

/**
 * Which side moved. Two looks tell it for certain where both sides of the field are known from the earlier one; what is
 * not known is left as the objects themselves tell it.
 *
 * @param byObjects - by what the objects themselves tell
 */
export function refineDirection(
  byObjects: Direction,
  looks: EarlierLooks,
): RefinedDirection {
  const { before, cleanDigest, desiredDigest, liveDigest } = looks;
  if (before && before.closedAt === undefined) {
    return sinceLastSeen(byObjects, before, looks);
  }
  if (cleanDigest === undefined) {
    return { direction: byObjects, ...NOTHING_KNOWN };
  }
  if (cleanDigest === desiredDigest) {
    return {
      direction: 'live-changed',
      desiredUnchanged: true,
      liveUnchanged: false,
    };
  }
  return cleanDigest === liveDigest
    ? { direction: 'git-ahead', desiredUnchanged: false, liveUnchanged: true }
    : { direction: byObjects, ...NOTHING_KNOWN };
}

/** A difference that is there already moves on from the direction that it had. */
function sinceLastSeen(
  byObjects: Direction,
  before: FindingRecord,
  { desiredDigest, liveDigest }: EarlierLooks,
): RefinedDirection {
  const gitMoved = before.desiredDigest !== desiredDigest;
  const liveMoved = before.liveDigest !== liveDigest;
  switch (before.direction) {
    case 'live-changed':
      return {
        direction: gitMoved ? 'both' : 'live-changed',
        desiredUnchanged: !gitMoved,
        liveUnchanged: false,
      };
    case 'git-ahead':
      return {
        direction: liveMoved ? 'both' : 'git-ahead',
        desiredUnchanged: false,
        // What objects alone told may have had a write for its cause.
        liveUnchanged: !liveMoved && before.attribution === undefined,
      };
    case 'both':
      return { direction: 'both', ...NOTHING_KNOWN };
    default:
      return { direction: byObjects, ...NOTHING_KNOWN };
  }
}
