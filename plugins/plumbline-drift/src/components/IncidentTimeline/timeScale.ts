import { DateTime, type Zone } from 'luxon';

/** A span of time, both ends in milliseconds of the epoch. @internal */
export interface TimeSpan {
  from: number;
  to: number;
}

/** Where a time stands on the axis, and the other way round; both in pixels and milliseconds. @internal */
export interface TimeScale extends TimeSpan {
  left: number;
  right: number;
  x(time: number): number;
  time(x: number): number;
}

/**
 * @param left - pixel of the span's begin
 * @param right - pixel of its end, greater than `left`
 * @internal
 */
export function timeScale(
  span: TimeSpan,
  left: number,
  right: number,
): TimeScale {
  const perMillisecond = (right - left) / (span.to - span.from);
  return {
    ...span,
    left,
    right,
    x: time => left + (time - span.from) * perMillisecond,
    time: x => span.from + (x - left) / perMillisecond,
  };
}

/** A round time on the axis. @internal */
export interface TimeTick {
  time: number;
  label: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map(count => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map(count => count * MINUTE),
  ...[1, 2, 3, 6, 12].map(count => count * HOUR),
  ...[1, 2, 7, 14, 28, 91].map(count => count * DAY),
];

/**
 * Round times in the reader's zone, at most as many as asked for. Midnight carries the day.
 *
 * @internal
 */
export function timeTicks(
  span: TimeSpan,
  maxTicks: number,
  zone: Zone | string = DateTime.now().zone,
): TimeTick[] {
  const step =
    STEPS.find(size => (span.to - span.from) / size <= maxTicks) ??
    STEPS[STEPS.length - 1];
  // Round in local time: the zone's distance to UTC is taken out before and put back after.
  const offset = DateTime.fromMillis(span.from, { zone }).offset * MINUTE;
  const first = Math.ceil((span.from + offset) / step) * step - offset;
  const ticks: TimeTick[] = [];
  for (let time = first; time <= span.to; time += step) {
    ticks.push({ time, label: tickLabel(time, step, zone) });
  }
  return ticks;
}

function tickLabel(time: number, step: number, zone: Zone | string): string {
  const moment = DateTime.fromMillis(time, { zone });
  const midnight = moment.equals(moment.startOf('day'));
  if (step >= DAY || midnight) {
    return moment.toFormat('d LLL', { locale: 'en-GB' });
  }
  return moment.toFormat(step < MINUTE ? 'HH:mm:ss' : 'HH:mm');
}
