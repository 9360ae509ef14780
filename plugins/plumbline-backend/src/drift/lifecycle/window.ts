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
 * @param now - when this look had seen it
 */
export function windowOf(
  finding: Pick<ObservedFinding, 'liveDigest'>,
  before: FindingRecord | undefined,
  object: ObservedObjectRecord | undefined,
  now: number,
): FindingWindow {
  if (!before || before.closedAt !== undefined) {
    return between(object?.comparedAt, now);
  }
  return before.liveDigest === finding.liveDigest
    ? between(before.windowStart, before.valueSeenAt)
    : between(before.lastSeenAt, now);
}

/** A clock that was set back leaves nothing known of the time before. */
function between(from: number | undefined, to: number): FindingWindow {
  return { from: from !== undefined && from <= to ? from : undefined, to };
}
