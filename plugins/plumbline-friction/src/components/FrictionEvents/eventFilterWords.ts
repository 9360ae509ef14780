import type { EntityFriction } from '@plumbline/backstage-plugin-plumbline-common';
import { formatDay } from '@plumbline/backstage-plugin-plumbline-react';
import {
  hourOfWeek,
  hourOfWeekText,
  type FrictionFilters,
} from '../FrictionTab/frictionFilters';

/** A filter that can be taken back. */
export interface ActiveFilter {
  id: keyof FrictionFilters;
  text: string;
}

/** @returns the filters that are on, in words. */
export function activeFilters(
  filters: FrictionFilters,
  friction: EntityFriction,
): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const rule = friction.heatmap.rows.find(row => row.id === filters.rule);
  const hour = hourOfWeek(filters.hour);
  if (filters.rule) {
    active.push({ id: 'rule', text: rule?.label ?? filters.rule });
  }
  if (filters.day) {
    active.push({ id: 'day', text: formatDay(filters.day) });
  }
  if (hour !== undefined) {
    active.push({ id: 'hour', text: hourOfWeekText(hour) });
  }
  if (filters.cluster) {
    active.push({ id: 'cluster', text: filters.cluster });
  }
  return active;
}

/** `78 in 28 days`, `3 match`; nothing while it is not known. */
export function eventsCountText(
  total: number | undefined,
  isFiltered: boolean,
  days: number,
): string {
  if (total === undefined) {
    return '';
  }
  if (isFiltered) {
    return total === 1 ? '1 matches' : `${total} match`;
  }
  return `${total} in ${days} days`;
}
