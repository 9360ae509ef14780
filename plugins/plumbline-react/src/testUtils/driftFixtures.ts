import type {
  EntityDrift,
  ObjectManifests,
} from '@plumbline/backstage-plugin-plumbline-common';
import { COMMIT, FINDING_FIXTURES } from './findingFixtures';
import { OPEN_INCIDENT_FIXTURES } from './incidentFixtures';
import { targetFixture } from './targetFixtures';

/** Drift of payments-api on three clusters, one of which does not answer; everything can be replaced. @public */
export function entityDriftFixture(
  changes: Partial<EntityDrift> = {},
): EntityDrift {
  return {
    entityRef: 'component:default/payments-api',
    state: 'partial',
    reason: 'edge-us cannot be checked',
    targets: [
      targetFixture({ state: 'drift' }),
      targetFixture({
        id: 'staging',
        cluster: 'staging',
        path: 'deploy/staging',
        state: 'drift',
        objectsTotal: 10,
        objectsCompared: 10,
        auditCoverage: 'Metadata level, no bodies',
      }),
      targetFixture({
        id: 'edge-us',
        cluster: 'edge-us',
        path: 'deploy/edge',
        state: 'unobservable',
        reason: 'Connection timed out',
        objectsTotal: 8,
        objectsCompared: 0,
        unverifiable: 8,
        unverifiedSince: '2026-11-20T13:48:00.000Z',
        lastGoodAt: undefined,
        auditCoverage: undefined,
      }),
    ],
    counts: { drift: 8, expected: 1, ignored: 1, excluded: 0, unverifiable: 8 },
    findings: FINDING_FIXTURES,
    openIncidents: OPEN_INCIDENT_FIXTURES,
    commit: COMMIT,
    lastCheckAt: '2026-11-20T14:30:04.000Z',
    checkIntervalSeconds: 600,
    running: false,
    ...changes,
  };
}

/** Both sides of the Deployment. @public */
export function objectManifestsFixture(
  changes: Partial<ObjectManifests> = {},
): ObjectManifests {
  const yaml = (replicas: number, image: string) =>
    [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: payments-api',
      '  namespace: payments',
      'spec:',
      `  replicas: ${replicas}`,
      '  template:',
      '    spec:',
      '      containers:',
      '        - name: api',
      `          image: registry.acme.io/payments-api:${image}`,
      '',
    ].join('\n');
  return {
    ref: 'apps/v1/Deployment/payments/payments-api',
    desired: yaml(3, '2.14.0'),
    live: yaml(5, '2.14.1-hotfix'),
    ...changes,
  };
}
