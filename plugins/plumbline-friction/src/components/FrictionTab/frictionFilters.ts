import type { QueryOf } from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';

/** What of the friction events is shown; an empty text means all. */
export interface FrictionFilters {
  rule: string;
  cluster: string;
  /** `2026-11-20` */
  day: string;
  /** 0 = Monday 00:00 to 167 = Sunday 23:00 */
  hour: string;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** @returns the hour, or `undefined` when the text is no hour of a week. */
export function hourOfWeek(text: string): number | undefined {
  const hour = Number(text);
  return text !== '' && Number.isInteger(hour) && hour >= 0 && hour < 168
    ? hour
    : undefined;
}

/** `Thu 17:00–18:00` */
export function hourOfWeekText(hour: number): string {
  const start = hour % 24;
  const clock = (value: number) => `${String(value).padStart(2, '0')}:00`;
  return `${WEEKDAYS[Math.floor(hour / 24)]} ${clock(start)}–${clock(
    start + 1,
  )}`;
}

/** @returns what the backend is asked for; a day is cut in the reader's zone, as the heatmap is. */
export function eventQuery(
  filters: FrictionFilters,
  timeZone: string,
): Omit<QueryOf<'listFrictionEvents'>, 'cursor'> {
  const day = DateTime.fromISO(filters.day, { zone: timeZone });
  const hasDay = filters.day !== '' && day.isValid;
  return {
    rule: filters.rule ? [filters.rule] : undefined,
    cluster: filters.cluster ? [filters.cluster] : undefined,
    from: hasDay ? day.startOf('day').toUTC().toISO() ?? undefined : undefined,
    to: hasDay
      ? day.plus({ days: 1 }).startOf('day').toUTC().toISO() ?? undefined
      : undefined,
    hourOfWeek: hourOfWeek(filters.hour),
    timeZone,
    limit: 25,
  };
}
