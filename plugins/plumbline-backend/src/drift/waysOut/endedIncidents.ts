import type { RestoreFinding } from '@plumbline/kube-drift';
import type { FindingRecord, IncidentRecord } from '../records';

/** Other incidents of a target all of whose differences end. */
export function endedIncidents(
  incidents: readonly IncidentRecord[],
  findings: readonly FindingRecord[],
  ended: readonly RestoreFinding[],
): IncidentRecord[] {
  const gone = new Set(ended.map(keyOf));
  return incidents.filter(({ id }) => {
    const own = findings.filter(({ incidentId }) => incidentId === id);
    return own.length > 0 && own.every(finding => gone.has(keyOf(finding)));
  });
}

function keyOf({ ref, path }: RestoreFinding): string {
  return JSON.stringify([ref, path]);
}
