import {
  useQueryList,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';

/** Filters of all cards of the overview; they live in the address. */
export function useOverviewFilters() {
  const [owners, setOwners] = useQueryList('owner');
  const [systems, setSystems] = useQueryList('system');
  const [days, setDays] = useQueryState<string>('days', {
    fallback: '28',
    values: ['7', '28', '90'],
  });
  const [dimmed, setDimmed] = useQueryList('dim');
  const [heatmap, setHeatmap] = useQueryState<'grid' | 'table'>('heatmap', {
    fallback: 'grid',
    values: ['grid', 'table'],
  });
  const [trend, setTrend] = useQueryState<'chart' | 'table'>('trend', {
    fallback: 'chart',
    values: ['chart', 'table'],
  });
  return {
    owners,
    setOwners,
    systems,
    setSystems,
    days,
    setDays,
    hiddenSteps: dimmed.map(Number),
    setHiddenSteps: (steps: number[]) => setDimmed(steps.map(String)),
    heatmap,
    setHeatmap,
    trend,
    setTrend,
    query: {
      owner: owners.length > 0 ? owners : undefined,
      system: systems.length > 0 ? systems : undefined,
      days: Number(days),
    },
  };
}

/** What {@link useOverviewFilters} gives. */
export type OverviewFilterState = ReturnType<typeof useOverviewFilters>;
