import type { ObjectObservation } from '../Observation';
import type { FindingRecord, ObservedFinding } from '../records';

/** Why a difference is one no more. */
export type Resolution =
  | 'reverted'
  | 'adopted in Git'
  | 'ignored'
  | 'expected'
  | 'deleted'
  | 'no longer desired';

/**
 * Says what ended a difference.
 *
 * @param object - what a successful comparison saw of its object; undefined when it is no longer declared
 * @param now - the difference as it is seen now, with another verdict than drift; undefined when it is not seen
 */
export function resolutionOf(
  before: FindingRecord,
  object: ObjectObservation | undefined,
  now?: ObservedFinding,
): Resolution {
  if (now) {
    return now.verdict === 'expected' ? 'expected' : 'ignored';
  }
  if (!object) {
    return 'no longer desired';
  }
  if (!object.isLive) {
    return 'deleted';
  }
  if (before.type === 'object-missing') {
    return 'reverted';
  }
  return object.desiredDigestAt(before.path) === before.desiredDigest
    ? 'reverted'
    : 'adopted in Git';
}

/** Of the reasons of an incident's differences the most frequent; the first of equals. */
export function commonResolution(resolutions: Resolution[]): Resolution {
  const counts = new Map<Resolution, number>();
  for (const resolution of resolutions) {
    counts.set(resolution, (counts.get(resolution) ?? 0) + 1);
  }
  const [[first] = ['reverted' as const]] = [...counts].sort(
    ([, a], [, b]) => b - a,
  );
  return first;
}
