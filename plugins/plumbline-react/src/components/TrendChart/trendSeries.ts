import type { TrendPoint } from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';

/** One line of a trend. @public */
export interface TrendSeries {
  id: string;
  label: string;
  points: TrendPoint[];
  /** Second lines are dashed: they differ by shape, not by colour. */
  dashed?: boolean;
}

/** One day of all lines; a day that is not known has no value. @internal */
export interface TrendRow {
  day: string;
  [seriesId: string]: string | number | undefined;
}

/** @returns the lines joined by day, oldest first. @internal */
export function trendRows(series: TrendSeries[]): TrendRow[] {
  const rows = new Map<string, TrendRow>();
  for (const line of series) {
    for (const point of line.points) {
      const row = rows.get(point.day) ?? { day: point.day };
      row[line.id] = point.value;
      rows.set(point.day, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.day.localeCompare(b.day));
}

/** `2026-11-20` → `20 Nov`. @public */
export function formatDay(day: string): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  return date.isValid ? date.toFormat('d LLL') : day;
}

/** @returns a sentence that says what the line shows. @public */
export function trendSummary(series: TrendSeries): string {
  const known = series.points.filter(point => point.value !== undefined);
  const first = known[0];
  const last = known[known.length - 1];
  if (!first || !last) {
    return `${series.label}: unknown for the whole time`;
  }
  const highest = known.reduce((best, point) =>
    (point.value ?? 0) > (best.value ?? 0) ? point : best,
  );
  return `${series.label}: ${first.value} on ${formatDay(first.day)}, ${
    last.value
  } on ${formatDay(last.day)}, highest ${highest.value} on ${formatDay(
    highest.day,
  )}`;
}
