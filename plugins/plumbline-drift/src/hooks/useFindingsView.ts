import type { Verdict } from '@plumbline/backstage-plugin-plumbline-common';
import {
  type CauseLevel,
  LEVEL_WORDS,
  useQueryList,
  useQueryPatch,
  useQueryState,
  VERDICTS,
} from '@plumbline/backstage-plugin-plumbline-react';
import {
  FINDING_GROUPS,
  FINDING_SORTS,
  type FindingGrouping,
  type FindingSort,
} from '../findings';

const LEVELS = Object.keys(LEVEL_WORDS) as CauseLevel[];

/** In which form differences are shown. @internal */
export const FINDINGS_SHOWN = ['fields', 'objects', 'yaml'] as const;

/** @internal */
export type FindingsShow = (typeof FINDINGS_SHOWN)[number];

/** What the reader chose on the tab. @internal */
export interface FindingsView {
  verdict: Verdict;
  clusters: string[];
  levels: CauseLevel[];
  grouping: FindingGrouping;
  sort: FindingSort;
  /** `objects` swaps the table for the tree of objects, `yaml` for the raw diff. */
  show: FindingsShow;
  /** Only findings of this object; empty: of all. */
  ref: string;
  /** Key of the object in the raw diff; empty: the first. */
  object: string;
}

/**
 * Everything that the reader chose on the tab, kept in the address.
 *
 * @returns the view, and a function that changes parts of it.
 * @internal
 */
export function useFindingsView() {
  const [verdict] = useQueryState<Verdict>('verdict', {
    fallback: 'drift',
    values: VERDICTS,
  });
  const [clusters] = useQueryList('cluster');
  const [levels] = useQueryList<CauseLevel>('level', { values: LEVELS });
  const [grouping] = useQueryState<FindingGrouping>('group', {
    fallback: 'cause',
    values: FINDING_GROUPS,
  });
  const [sort] = useQueryState<FindingSort>('sort', {
    fallback: 'severity',
    values: FINDING_SORTS,
  });
  const [show] = useQueryState<FindingsShow>('show', {
    fallback: 'fields',
    values: FINDINGS_SHOWN,
  });
  const [ref] = useQueryState('ref', { fallback: '' });
  const [object] = useQueryState('object', { fallback: '' });
  const patch = useQueryPatch();
  const view: FindingsView = {
    verdict,
    clusters,
    levels,
    grouping,
    sort,
    show,
    ref,
    object,
  };
  return { view, patch };
}
