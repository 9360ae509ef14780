import {
  useQueryList,
  useQueryPatch,
  useQueryState,
  type HeatmapModelCell,
} from '@plumbline/backstage-plugin-plumbline-react';
import { useMemo } from 'react';
import { eventQuery, type FrictionFilters } from './frictionFilters';

/** Which heatmap is shown. */
export type HeatmapView = 'rules' | 'hours';

/** State of the friction tab; all of it lives in the address. */
export function useFrictionFilters(timeZone: string) {
  const [view, setView] = useQueryState<HeatmapView>('view', {
    fallback: 'rules',
    values: ['rules', 'hours'],
  });
  const [asTable, setAsTable] = useQueryState<'grid' | 'table'>('show', {
    fallback: 'grid',
    values: ['grid', 'table'],
  });
  const [dimmed, setDimmed] = useQueryList('dim');
  const [rule] = useQueryState('rule', { fallback: '' });
  const [cluster] = useQueryState('cluster', { fallback: '' });
  const [day] = useQueryState('day', { fallback: '' });
  const [hour] = useQueryState('hour', { fallback: '' });
  const patch = useQueryPatch();

  const filters = useMemo(
    (): FrictionFilters => ({ rule, cluster, day, hour }),
    [rule, cluster, day, hour],
  );
  return {
    view,
    setView,
    asTable: asTable === 'table',
    setAsTable: (value: boolean) => setAsTable(value ? 'table' : 'grid'),
    hiddenSteps: dimmed.map(Number),
    setHiddenSteps: (steps: number[]) => setDimmed(steps.map(String)),
    filters,
    query: useMemo(() => eventQuery(filters, timeZone), [filters, timeZone]),
    setFilter: (name: keyof FrictionFilters, value: string | undefined) =>
      patch({ [name]: value }),
    selectRuleDay: (cell: HeatmapModelCell) =>
      patch(
        { rule: cell.row.id, day: cell.column.id, hour: undefined },
        { push: true },
      ),
    selectHour: (cell: HeatmapModelCell) =>
      patch(
        {
          hour: String(cell.rowIndex * 24 + cell.columnIndex),
          day: undefined,
          rule: undefined,
        },
        { push: true },
      ),
    clear: () =>
      patch({
        rule: undefined,
        cluster: undefined,
        day: undefined,
        hour: undefined,
      }),
  };
}
