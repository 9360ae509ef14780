import type { AuditEventRow } from '@plumbline/backstage-plugin-plumbline-common';

/**
 * Rows of the tail above rows of the search. The search may already hold what the tail brought: it is shown once.
 *
 * @returns newest first
 */
export function mergeRows(
  tail: AuditEventRow[],
  searched: AuditEventRow[],
): AuditEventRow[] {
  if (tail.length === 0) {
    return searched;
  }
  const known = new Set(searched.map(event => event.id));
  return [...tail.filter(event => !known.has(event.id)), ...searched];
}

/** @returns ids before and after the open event in the list. */
export function neighbours(
  rows: AuditEventRow[],
  openId: string | undefined,
): { previous?: string; next?: string } {
  const at = rows.findIndex(event => event.id === openId);
  return at < 0 ? {} : { previous: rows[at - 1]?.id, next: rows[at + 1]?.id };
}
