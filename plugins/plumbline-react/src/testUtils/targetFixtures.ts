import type { Target } from '@plumbline/backstage-plugin-plumbline-common';

/** A target in sync; everything can be replaced. @public */
export function targetFixture(changes: Partial<Target> = {}): Target {
  return {
    id: 'prod-eu',
    cluster: 'prod-eu',
    namespace: 'payments',
    path: 'deploy/prod',
    renderer: 'plain',
    state: 'in-sync',
    objectsTotal: 14,
    objectsCompared: 14,
    unverifiable: 0,
    auditCoverage: 'Request bodies recorded',
    lastGoodAt: '2026-11-20T14:30:04.000Z',
    ...changes,
  };
}
