import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import { SEVERITIES } from '@plumbline/backstage-plugin-plumbline-react';

/** Orders of the table. @public */
export const FINDING_SORTS = ['severity', 'newest', 'field'] as const;

/** @public */
export type FindingSort = (typeof FINDING_SORTS)[number];

/** Time of the write when it is known, else of the first look that saw it. */
export function happenedAt(finding: Finding): number {
  const commitTime =
    finding.direction === 'git-ahead'
      ? finding.source?.commit?.time
      : undefined;
  return Date.parse(
    finding.attribution?.time ?? commitTime ?? finding.firstSeenAt,
  );
}

const ORDERS: Record<FindingSort, (left: Finding, right: Finding) => number> = {
  severity: (left, right) =>
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    Number(left.direction === 'git-ahead') -
      Number(right.direction === 'git-ahead') ||
    happenedAt(right) - happenedAt(left),
  newest: (left, right) => happenedAt(right) - happenedAt(left),
  field: (left, right) =>
    left.ref.localeCompare(right.ref) || left.path.localeCompare(right.path),
};

/**
 * @returns the findings in the order that the reader chose. Among the equally severe *Git is ahead* comes last: nobody
 * went round anything, the change only waits for its sync.
 * @internal
 */
export function sortFindings(
  findings: Finding[],
  sort: FindingSort,
): Finding[] {
  return [...findings].sort(ORDERS[sort]);
}
