import {
  useQueryList,
  useQueryPatch,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useMemo } from 'react';
import {
  FACETS,
  filterQuery,
  hasOwnSpan,
  timeRange,
  TIME_SPANS,
  type AuditFilters,
  type Facet,
  type TimeSpan,
} from './auditFilters';

/** State of the page; all of it lives in the address. */
export function useAuditFilters(entityRef: string | undefined) {
  const [q] = useQueryState('q', { fallback: '' });
  const [span] = useQueryState<TimeSpan>('time', {
    fallback: '24h',
    values: Object.keys(TIME_SPANS) as TimeSpan[],
  });
  const [from] = useQueryState('from', { fallback: '' });
  const [to] = useQueryState('to', { fallback: '' });
  const [cluster] = useQueryList('cluster');
  const [actorClass] = useQueryList('actorClass');
  const [outcome] = useQueryList('outcome');
  const [verb] = useQueryList('verb');
  const [rule] = useQueryList('rule');
  const [entity] = useQueryList('entity');
  const [routine] = useQueryState<'hide' | 'show'>('routine', {
    fallback: 'hide',
    values: ['hide', 'show'],
  });
  const [live, setLive] = useQueryState<'on' | 'off'>('live', {
    fallback: 'on',
    values: ['on', 'off'],
  });
  const [openId] = useQueryState('event', { fallback: '' });
  const patch = useQueryPatch();

  const filters = useMemo(
    (): AuditFilters => ({
      q,
      span,
      from,
      to,
      cluster,
      actorClass,
      outcome,
      verb,
      rule,
      entity,
      routine: routine === 'show',
    }),
    [
      q,
      span,
      from,
      to,
      cluster,
      actorClass,
      outcome,
      verb,
      rule,
      entity,
      routine,
    ],
  );
  const query = useMemo(
    () => filterQuery(filters, entityRef),
    [filters, entityRef],
  );
  // "Last hour" is counted from when the filters were set, so that the same filters are the same question.
  const range = useMemo(() => timeRange(filters, Date.now()), [filters]);

  return {
    filters,
    query,
    range,
    canBeLive: !hasOwnSpan(filters),
    isLive: live === 'on' && !hasOwnSpan(filters),
    setLive: (value: boolean) => setLive(value ? 'on' : 'off'),
    setText: (text: string) => patch({ q: text || undefined }),
    setSpan: (value: TimeSpan) =>
      patch({
        time: value === '24h' ? undefined : value,
        from: undefined,
        to: undefined,
      }),
    zoom: (value: { from: string; to: string }) =>
      patch({ ...value }, { push: true }),
    setFacet: (facet: Facet, values: string[]) => patch({ [facet]: values }),
    setRoutine: (value: boolean) =>
      patch({ routine: value ? 'show' : undefined }),
    clear: () =>
      patch({
        q: undefined,
        ...Object.fromEntries(FACETS.map(facet => [facet, undefined])),
      }),
    openId: openId || undefined,
    open: (id: string | undefined) => patch({ event: id }, { push: !!id }),
  };
}

/** What {@link useAuditFilters} gives. */
export type AuditFilterState = ReturnType<typeof useAuditFilters>;
