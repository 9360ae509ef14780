import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import { RESOURCE_PATH } from '@plumbline/kube-drift';
import type { ObservedObjectRecord, TargetRecord } from '../records';
import { toIso, toManifestRef } from './toApi';

/** One entry for each object of which nothing is known now, so that they stand in the lists beside what is known. */
export function unverifiableFindings(
  target: TargetRecord,
  objects: readonly ObservedObjectRecord[],
): Finding[] {
  return objects.flatMap(object =>
    object.unverifiedSince === undefined
      ? []
      : [
          {
            id: `${target.id}.${object.key.slice(0, 32)}`,
            targetId: target.id,
            cluster: target.cluster,
            ref: object.ref,
            object: toManifestRef(object.ref),
            path: RESOURCE_PATH,
            type: 'object-missing',
            direction: 'unknown',
            verdict: 'unverifiable',
            reason: target.look?.problem?.reason ?? object.reason,
            severity: 'low',
            firstSeenAt: toIso(object.unverifiedSince),
            lastSeenAt: toIso(target.look?.lookedAt ?? object.unverifiedSince),
            lastCleanAt: toIso(object.cleanAt),
          },
        ],
  );
}
