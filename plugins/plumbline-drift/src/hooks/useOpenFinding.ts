import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import {
  useQueryPatch,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useEffect, useRef } from 'react';

/**
 * The finding whose evidence is open, kept in the address, with the ways to its neighbours. Once the drawer is gone, the
 * focus that it held goes back to the row, or to the first one when a check found that the finding is gone as well.
 *
 * @param rows - findings in the order of the table
 * @returns `container` is for the element that holds the table.
 * @internal
 */
export function useOpenFinding(rows: Finding[]) {
  const [id] = useQueryState('field', { fallback: '' });
  const patch = useQueryPatch();
  const container = useRef<HTMLDivElement>(null);
  const openId = useRef<string>();
  const position = rows.findIndex(finding => finding.id === id);
  const finding: Finding | undefined = rows[position];

  useEffect(() => {
    if (finding) {
      openId.current = finding.id;
      return;
    }
    const key = openId.current && CSS.escape(openId.current);
    const table = container.current;
    openId.current = undefined;
    const { activeElement } = document;
    if (
      key &&
      (table?.contains(activeElement) || activeElement === document.body)
    ) {
      const row =
        table?.querySelector<HTMLElement>(`[data-key="${key}"]`) ??
        table?.querySelector<HTMLElement>('[data-key]');
      row?.focus();
    }
  }, [finding]);

  const goTo = (target: Finding | undefined) =>
    target && (() => patch({ field: target.id }));

  return {
    container,
    finding,
    open: (target: Finding) => patch({ field: target.id }, { push: true }),
    close: () => patch({ field: undefined }),
    goToPrevious: finding && goTo(rows[position - 1]),
    goToNext: finding && goTo(rows[position + 1]),
  };
}
