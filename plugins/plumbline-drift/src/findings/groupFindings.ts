import type {
  Finding,
  IncidentSummary,
  Verdict,
} from '@plumbline/backstage-plugin-plumbline-common';

/** What the table can be grouped by. @public */
export const FINDING_GROUPS = ['cause', 'object', 'cluster', 'none'] as const;

/** @public */
export type FindingGrouping = (typeof FINDING_GROUPS)[number];

/**
 * How rows of a verdict can be grouped: only drift has incidents, so the others go by object instead of by cause.
 *
 * @internal
 */
export function groupingOf(
  verdict: Verdict,
  wanted: FindingGrouping,
): FindingGrouping {
  return verdict !== 'drift' && wanted === 'cause' ? 'object' : wanted;
}

/** Rows that belong together. @internal */
export interface FindingGroup {
  key: string;
  title: string;
  /** The incident, when the group is a cause. */
  incident: IncidentSummary | undefined;
  /** The cluster, when all rows are of one. */
  cluster: string | undefined;
  findings: Finding[];
}

/**
 * Puts findings into groups without changing their order; groups stand in the order of their first finding.
 *
 * @internal
 */
export function groupFindings(
  findings: Finding[],
  grouping: FindingGrouping,
  incidents: IncidentSummary[],
): FindingGroup[] {
  const incidentById = new Map(incidents.map(item => [item.id, item]));
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const incident =
      grouping === 'cause' && finding.incidentId
        ? incidentById.get(finding.incidentId)
        : undefined;
    const { key, title } = groupOf(finding, grouping, incident);
    const group = groups.get(key);
    if (group) {
      group.findings.push(finding);
      if (group.cluster !== finding.cluster) {
        group.cluster = undefined;
      }
    } else {
      groups.set(key, {
        key,
        title,
        incident,
        cluster: finding.cluster,
        findings: [finding],
      });
    }
  }
  return [...groups.values()];
}

function groupOf(
  finding: Finding,
  grouping: FindingGrouping,
  incident: IncidentSummary | undefined,
): { key: string; title: string } {
  switch (grouping) {
    case 'cause':
      return incident
        ? { key: incident.id, title: incident.title }
        : { key: 'no-incident', title: 'Without an incident' };
    case 'object':
      return {
        key: `${finding.cluster} ${finding.ref}`,
        title: objectName(finding.object),
      };
    case 'cluster':
      return { key: finding.cluster, title: finding.cluster };
    default:
      return { key: 'all', title: '' };
  }
}

/** @returns `Kind/name`, as kubectl writes it. @internal */
export function objectName(object: Finding['object']): string {
  return `${object.kind}/${object.name}`;
}
