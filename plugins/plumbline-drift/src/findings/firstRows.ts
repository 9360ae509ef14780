import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import type { FindingGroup } from './groupFindings';

/**
 * @param count - rows to list, over all groups
 * @returns the groups that have rows among them, each with those rows.
 * @internal
 */
export function firstRows(
  groups: FindingGroup[],
  count: number,
): { group: FindingGroup; rows: Finding[] }[] {
  const listed: { group: FindingGroup; rows: Finding[] }[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) {
      break;
    }
    const rows = group.findings.slice(0, left);
    left -= rows.length;
    listed.push({ group, rows });
  }
  return listed;
}
