import type {
  FindingRecord,
  ObservedFinding,
  ObservedObjectRecord,
} from '../records';

/** The time in which a difference's live value came about, between two looks. Milliseconds since the epoch. */
export interface FindingWindow {
  /**
   * The last look at which the value was not there yet. Undefined when nobody looked before, so that it may have been
   * there since the object was made.
   */
  from: number | undefined;
  /** The first look at which it was there. */
  to: number;
}

/**
 * Says between which looks a difference's live value came about.
 *
 * @param before - the difference as stored
 * @param object - its object as stored
 * @param now - time of this look
 */
export function windowOf(
  finding: Pick<ObservedFinding, 'liveDigest'>,
  before: FindingRecord | undefined,
  object: ObservedObjectRecord | undefined,
  now: number,
): FindingWindow {
  if (!before || before.closedAt !== undefined) {
    return { from: object?.comparedAt, to: now };
  }
  return before.liveDigest === finding.liveDigest
    ? { from: before.windowStart, to: before.valueSeenAt }
    : { from: before.lastSeenAt, to: now };
}
