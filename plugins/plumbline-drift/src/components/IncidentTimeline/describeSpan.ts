import { DateTime } from 'luxon';
import type { TimeSpan } from './timeScale';

/**
 * @returns the span in the reader's zone with its name: `20 Nov, 13:30–14:30 UTC`, or with both days.
 * @internal
 */
export function describeSpan(
  span: TimeSpan,
  now: DateTime = DateTime.now(),
): string {
  const from = DateTime.fromMillis(span.from, { zone: now.zone });
  const to = DateTime.fromMillis(span.to, { zone: now.zone });
  const short = span.to - span.from < 10 * 60_000;
  const clock = short ? 'HH:mm:ss' : 'HH:mm';
  const zone = to.toFormat('ZZZZ', { locale: 'en-GB' });
  const day = (time: DateTime) =>
    time.toFormat(time.hasSame(now, 'year') ? 'd LLL' : 'd LLL yyyy', {
      locale: 'en-GB',
    });
  return from.hasSame(to, 'day')
    ? `${day(from)}, ${from.toFormat(clock)}–${to.toFormat(clock)} ${zone}`
    : `${day(from)} ${from.toFormat(clock)} – ${day(to)} ${to.toFormat(
        clock,
      )} ${zone}`;
}
