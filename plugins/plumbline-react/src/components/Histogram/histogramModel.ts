import type { AuditEventFacets } from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';

/** Histogram as the backend computes it. @public */
export type HistogramData = AuditEventFacets['histogram'];

/** One bar. @internal */
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

/** What is drawn. @internal */
export interface HistogramModel {
  bars: HistogramBar[];
  /** Value at the top of the scale. */
  maximum: number;
  /** About five times along the axis, each at a share of the width. */
  ticks: { left: number; text: string }[];
}

/** @returns the next round number (1, 2, 5 × 10ⁿ) that holds the value. @internal */
export function roundUp(value: number): number {
  if (value <= 1) {
    return 1;
  }
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find(factor => factor * magnitude >= value);
  return (step ?? 10) * magnitude;
}

/** Bars that are drawn at most; beyond, a bar would be narrower than a pixel. */
const BARS_LIMIT = 720;

function timeFormat(spanSeconds: number): string {
  return spanSeconds > 2 * 86_400 ? 'd LLL' : 'HH:mm';
}

/** Starts of all buckets between the ends of the histogram, also of those that hold nothing and are not sent. */
function bucketStarts(data: HistogramData): number[] {
  const size = data.bucketSeconds * 1000;
  const times = data.buckets.map(bucket => Date.parse(bucket.time));
  // The backend cuts buckets at multiples of their size; the first one it sent tells where the cuts are.
  const cut = times.length > 0 ? times[0] % size : 0;
  const first = Math.floor((Date.parse(data.from) - cut) / size) * size + cut;
  const last = Math.max(Date.parse(data.to) - 1, ...times);
  const count = Math.floor((last - first) / size) + 1;
  return Array.from(
    { length: Math.max(0, Math.min(BARS_LIMIT, count)) },
    (_, index) => first + index * size,
  );
}

/**
 * @param zone - IANA time zone that the axis is written in
 * @internal
 */
export function buildHistogram(
  data: HistogramData,
  zone: string,
): HistogramModel {
  const starts = bucketStarts(data);
  const size = data.bucketSeconds * 1000;
  const byStart = new Map(
    data.buckets.map(bucket => [Date.parse(bucket.time), bucket]),
  );
  const maximum = roundUp(Math.max(0, ...data.buckets.map(b => b.count)));
  const span = (starts.length * size) / 1000;
  const barFormat = span > 86_400 ? 'd LLL HH:mm' : 'HH:mm:ss';
  const textOf = (time: number, format: string) =>
    DateTime.fromMillis(time, { zone }).toFormat(format, { locale: 'en-GB' });
  const bars = starts.map((start, index): HistogramBar => {
    const { count, friction } = byStart.get(start) ?? { count: 0, friction: 0 };
    const note = friction > 0 ? `, ${friction} matched a friction rule` : '';
    return {
      index,
      from: new Date(start).toISOString(),
      to: new Date(start + size).toISOString(),
      count,
      friction,
      height: (count / maximum) * 100,
      label: `${textOf(start, barFormat)} – ${textOf(
        start + size,
        barFormat,
      )}: ${count} ${count === 1 ? 'event' : 'events'}${note}`,
    };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(share => ({
    left: share * 100,
    text: textOf((starts[0] ?? 0) + span * 1000 * share, timeFormat(span)),
  }));
  return { bars, maximum, ticks };
}

/** @returns the time between two bars, whichever comes first, both included. @internal */
export function rangeOfBars(
  bars: HistogramBar[],
  one: number,
  other: number,
): { from: string; to: string } | undefined {
  const first = bars[Math.min(one, other)];
  const last = bars[Math.max(one, other)];
  return first && last ? { from: first.from, to: last.to } : undefined;
}
