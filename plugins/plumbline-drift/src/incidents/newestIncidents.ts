import type { IncidentSummary } from '@plumbline/backstage-plugin-plumbline-common';
import { incidentSince } from './incidentAge';

/**
 * @returns the newest incidents in which live moved; changes that wait in Git come after them.
 * @internal
 */
export function newestIncidents(
  incidents: IncidentSummary[],
  count: number,
): IncidentSummary[] {
  return [...incidents]
    .sort(
      (left, right) =>
        Number(left.level === 'git-commit') -
          Number(right.level === 'git-commit') ||
        Date.parse(incidentSince(right)) - Date.parse(incidentSince(left)),
    )
    .slice(0, count);
}
