import type { TargetState } from '../../DriftStore';
import type { Observation } from '../../Observation';
import type { FindingRecord, FindingValueRecord } from '../../records';
import type { ReconciledFindings } from '../reconcileFindings';

/** Values that were not there at the last look: of differences, and of fields that are as Git says again. */
export function addedValues(
  state: Pick<TargetState, 'values'>,
  { open, closed }: Pick<ReconciledFindings, 'open' | 'closed'>,
  observation: Observation,
  { begunAt, now }: { begunAt: number; now: number },
): FindingValueRecord[] {
  if (observation.kind === 'unobservable') {
    return [];
  }
  const last = new Map(state.values.map(value => [value.findingId, value]));
  const objects = new Map(observation.objects.map(one => [one.key, one]));
  const seen = open
    .filter(
      ({ verdict, lastSeenAt }) =>
        verdict === 'drift' && lastSeenAt === begunAt,
    )
    .map(finding => valueOf(finding, now));
  const ended = closed
    .filter(({ verdict }) => verdict === 'drift')
    .flatMap(finding => {
      const object = objects.get(finding.objectKey);
      // Where Git took the value over, the live one stayed.
      return object?.isLive &&
        object.desiredDigestAt(finding.path) === finding.desiredDigest
        ? [
            {
              findingId: finding.id,
              at: now,
              liveDigest: finding.desiredDigest,
              manager: object.managerAt(finding.path),
              value: finding.desired,
            },
          ]
        : [];
    });
  return [...seen, ...ended].filter(
    ({ findingId, liveDigest }) =>
      last.get(findingId)?.liveDigest !== liveDigest,
  );
}

function valueOf(finding: FindingRecord, now: number): FindingValueRecord {
  return {
    findingId: finding.id,
    at: now,
    liveDigest: finding.liveDigest,
    manager: finding.owner?.manager,
    value: finding.live,
  };
}
