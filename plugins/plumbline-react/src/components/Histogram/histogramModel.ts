import type { AuditEventFacets } from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';

/** Histogram as the backend computes it. @public */
export type HistogramData = AuditEventFacets['histogram'];

/** One bar. @public */
export interface HistogramBar {
  index: number;
  /** Start and end, ISO 8601. */
  from: string;
  to: string;
  count: number;
  friction: number;
  /** Height in percent of the scale. */
  height: number;
  /** Sentence for screen readers and the tooltip. */
  label: string;
}

/** What is drawn. @public */
export interface HistogramModel {
  bars: HistogramBar[];
  /** Value at the top of the scale. */
  maximum: number;
  /** About five times along the axis, each at a share of the width. */
  ticks: { left: number; text: string }[];
}

/** @returns the next round number (1, 2, 5 × 10ⁿ) that holds the value. @public */
export function roundUp(value: number): number {
  if (value <= 1) {
    return 1;
  }
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find(factor => factor * magnitude >= value);
  return (step ?? 10) * magnitude;
}

function timeFormat(spanSeconds: number): string {
  return spanSeconds > 2 * 86_400 ? 'd LLL' : 'HH:mm';
}

/**
 * @param zone - IANA time zone that the axis is written in
 * @public
 */
export function buildHistogram(
  data: HistogramData,
  zone: string,
): HistogramModel {
  const maximum = roundUp(Math.max(0, ...data.buckets.map(b => b.count)));
  const start = DateTime.fromISO(data.from);
  const end = DateTime.fromISO(data.to);
  const span = Math.max(1, end.diff(start).as('seconds'));
  const format = timeFormat(span);
  const barFormat = span > 86_400 ? 'd LLL HH:mm' : 'HH:mm:ss';
  const bars = data.buckets.map((bucket, index): HistogramBar => {
    const from = DateTime.fromISO(bucket.time, { zone });
    const to = from.plus({ seconds: data.bucketSeconds });
    const friction =
      bucket.friction > 0 ? `, ${bucket.friction} matched a friction rule` : '';
    return {
      index,
      from: from.toUTC().toISO() ?? bucket.time,
      to: to.toUTC().toISO() ?? bucket.time,
      count: bucket.count,
      friction: bucket.friction,
      height: (bucket.count / maximum) * 100,
      label: `${from.toFormat(barFormat)} – ${to.toFormat(barFormat)}: ${
        bucket.count
      } ${bucket.count === 1 ? 'event' : 'events'}${friction}`,
    };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(share => ({
    left: share * 100,
    text: start
      .plus({ seconds: span * share })
      .setZone(zone)
      .toFormat(format),
  }));
  return { bars, maximum, ticks };
}

/** @returns the time between two bars, whichever comes first, both included. @public */
export function rangeOfBars(
  bars: HistogramBar[],
  one: number,
  other: number,
): { from: string; to: string } | undefined {
  const first = bars[Math.min(one, other)];
  const last = bars[Math.max(one, other)];
  return first && last ? { from: first.from, to: last.to } : undefined;
}
