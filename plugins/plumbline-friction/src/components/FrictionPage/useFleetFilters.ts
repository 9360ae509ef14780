import type {
  Band,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  SEVERITIES,
  useQueryList,
  useQueryPatch,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';

/** What the backend can sort services by. */
export type FleetSort = NonNullable<QueryOf<'getFleetFriction'>['sort']>;

/** Sort orders with their words. */
export const FLEET_SORTS: Record<FleetSort, string> = {
  score: 'Highest score',
  change: 'Largest change',
  events: 'Most events',
  name: 'Name',
};

/** Filters of the page; all of them live in the address and are applied by the backend. */
export function useFleetFilters() {
  const [owners, setOwners] = useQueryList('owner');
  const [systems, setSystems] = useQueryList('system');
  const [bands, setBands] = useQueryList<Band>('band', { values: SEVERITIES });
  const [sort, setSort] = useQueryState<FleetSort>('sort', {
    fallback: 'score',
    values: Object.keys(FLEET_SORTS) as FleetSort[],
  });
  const [days, setDays] = useQueryState<string>('days', {
    fallback: '28',
    values: ['14', '28', '90'],
  });
  const [dimmed, setDimmed] = useQueryList('dim');
  const [show, setShow] = useQueryState<'grid' | 'table'>('show', {
    fallback: 'grid',
    values: ['grid', 'table'],
  });
  const patch = useQueryPatch();
  const query: QueryOf<'getFleetFriction'> = {
    owner: owners.length > 0 ? owners : undefined,
    system: systems.length > 0 ? systems : undefined,
    band: bands.length > 0 ? bands : undefined,
    sort,
    days: Number(days),
    limit: 25,
  };
  return {
    owners,
    setOwners,
    systems,
    setSystems,
    bands,
    setBands,
    sort,
    setSort,
    days,
    setDays,
    hiddenSteps: dimmed.map(Number),
    setHiddenSteps: (steps: number[]) => setDimmed(steps.map(String)),
    asTable: show === 'table',
    setAsTable: (value: boolean) => setShow(value ? 'table' : 'grid'),
    isFiltered: owners.length + systems.length + bands.length > 0,
    clear: () =>
      patch({ owner: undefined, system: undefined, band: undefined }),
    query,
  };
}
