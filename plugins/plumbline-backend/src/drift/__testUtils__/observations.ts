import { parseRef } from '@plumbline/kube-drift';
import type { ObjectObservation, Observation } from '../Observation';

/** What a run saw of one live object that differs, unless the test says otherwise. */
export function observationOf(
  change: Partial<ObjectObservation> = {},
): ObjectObservation {
  const { ref = 'apps/v1/Deployment/payments/payments-api' } = change;
  const { kind, namespace = '', name } = parseRef(ref);
  return {
    key: ref,
    ref,
    cluster: 'prod-eu',
    apiGroup: '',
    kind,
    resource: '',
    namespace,
    name,
    verdict: 'drift',
    isLive: true,
    relations: { names: [] },
    findings: [],
    desiredDigestAt: () => 'desired',
    managerAt: () => undefined,
    ...change,
  };
}

/** A look that could compare these objects, and they are all. */
export function comparedOf(
  objects: ObjectObservation[],
): Extract<Observation, { kind: 'compared' }> {
  return {
    kind: 'compared',
    commit: { sha: '4f2c9e1d00' },
    renderedBy: 'plain',
    objects,
    notes: [],
    isComplete: true,
    auditCoverage: 'Audit events arrive',
  };
}
