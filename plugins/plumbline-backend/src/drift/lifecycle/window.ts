import type {
  FindingRecord,
  ObservedFinding,
  ObservedObjectRecord,
} from '../records';

/**
 * The last look at which a difference's live value was not there yet: what wrote it came later. Undefined when nobody
 * looked before, so that it may have been there since the object was made.
 */
export function windowStartOf(
  finding: Pick<ObservedFinding, 'liveDigest'>,
  before: FindingRecord | undefined,
  object: ObservedObjectRecord | undefined,
): number | undefined {
  if (!before || before.closedAt !== undefined) {
    return object?.comparedAt;
  }
  return before.liveDigest === finding.liveDigest
    ? before.windowStart
    : before.lastSeenAt;
}
