import type { HeatmapAxis } from '@plumbline/backstage-plugin-plumbline-common';
import { DAY, startOfDay } from '../score/decay';
import type { LocalDay } from './calendar';

/** Clusters and UTC days (`YYYY-MM-DD`) on which events of them arrived. */
export type DaysWithEvents = { cluster: string; day: string }[];

/**
 * A column per day that says whether audit events could have told of it: no colour on a day without a feed means
 * nothing, no colour on a covered day means that nothing happened.
 *
 * @param clusters - those on which the entity runs
 */
export function dayColumns(
  days: LocalDay[],
  clusters: string[],
  arrived: DaysWithEvents,
  now: number,
): HeatmapAxis[] {
  const known = new Set(arrived.map(({ cluster, day }) => `${day} ${cluster}`));
  return days.map(local => {
    const silent = clusters.filter(
      cluster =>
        !utcDaysOf(local, now).some(day => known.has(`${day} ${cluster}`)),
    );
    const axis = { id: local.day, label: local.day };
    if (clusters.length === 0 || silent.length === clusters.length) {
      return {
        ...axis,
        state: 'no-data' as const,
        reason: 'No audit events of its clusters arrived on this day',
      };
    }
    return silent.length > 0
      ? {
          ...axis,
          state: 'partial' as const,
          reason: `No audit events of ${silent.join(', ')} arrived on this day`,
        }
      : { ...axis, state: 'covered' as const };
  });
}

/** UTC days that a local day lies in, none of the future. */
function utcDaysOf({ from, to }: LocalDay, now: number): string[] {
  const days: string[] = [];
  for (let day = startOfDay(from); day < Math.min(to, now + 1); day += DAY) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
