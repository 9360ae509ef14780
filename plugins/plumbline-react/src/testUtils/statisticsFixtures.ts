import type { IncidentStatistics } from '@plumbline/backstage-plugin-plumbline-common';
import { incidentSummaryFixture } from './incidentFixtures';

/** Times of incidents in 90 days, with a field that drifts again and again. @public */
export function incidentStatisticsFixture(
  changes: Partial<IncidentStatistics> = {},
): IncidentStatistics {
  const { entityRef, object } = incidentSummaryFixture();
  const figures = {
    opened: 9,
    open: 6,
    resolved: 3,
    age: { count: 6, medianSeconds: 3_000, p90Seconds: 86_400 },
    toDetect: { count: 5, medianSeconds: 2, p90Seconds: 600 },
    toAcknowledge: { count: 1, medianSeconds: 1_015, p90Seconds: 1_015 },
    toResolve: { count: 3, medianSeconds: 18_600, p90Seconds: 90_000 },
    resolutions: { 'adopted in Git': 2, reverted: 1 },
  };
  return {
    from: '2026-08-22T14:31:07.000Z',
    to: '2026-11-20T14:31:07.000Z',
    total: figures,
    byEntity: [{ entityRef, figures }],
    byCause: [{ cause: 'person', title: 'A person', figures }],
    repeated: [
      {
        entityRef,
        object,
        path: 'spec.template.spec.containers[api].image',
        count: 3,
        adopted: 2,
        reverted: 1,
        medianLifeSeconds: 18_600,
      },
    ],
    ...changes,
  };
}
