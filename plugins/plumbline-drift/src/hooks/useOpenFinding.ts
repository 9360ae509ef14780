import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import {
  useQueryPatch,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useEffect, useRef } from 'react';

/**
 * The finding whose evidence is open, kept in the address, with the ways to its neighbours. Closing gives the focus back
 * to the row, once the drawer is gone: while it is open it may hold the focus.
 *
 * @param rows - findings in the order of the table
 * @returns `container` is for the element that holds the table.
 * @internal
 */
export function useOpenFinding(rows: Finding[]) {
  const [id] = useQueryState('field', { fallback: '' });
  const patch = useQueryPatch();
  const container = useRef<HTMLDivElement>(null);
  const closedId = useRef<string>();
  const position = rows.findIndex(finding => finding.id === id);
  const finding: Finding | undefined = rows[position];
  const isOpen = finding !== undefined;

  useEffect(() => {
    if (!isOpen && closedId.current) {
      const key = CSS.escape(closedId.current);
      closedId.current = undefined;
      container.current
        ?.querySelector<HTMLElement>(`[data-key="${key}"]`)
        ?.focus();
    }
  }, [isOpen]);

  const goTo = (target: Finding | undefined) =>
    target && (() => patch({ field: target.id }));

  return {
    container,
    finding,
    open: (target: Finding) => patch({ field: target.id }, { push: true }),
    close: () => {
      closedId.current = id;
      patch({ field: undefined });
    },
    goToPrevious: isOpen ? goTo(rows[position - 1]) : undefined,
    goToNext: isOpen ? goTo(rows[position + 1]) : undefined,
  };
}
