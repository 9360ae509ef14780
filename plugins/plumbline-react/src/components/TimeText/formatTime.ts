import { DateTime } from 'luxon';

/**
 * A point in time as it is written everywhere: today `14:02:11`, this year `19 Nov 17:24`, before that with the year.
 *
 * @param iso - ISO 8601
 * @param now - sets today, the year and the time zone
 * @returns `unknown` when the text is no time
 * @public
 */
export function formatTime(
  iso: string,
  now: DateTime = DateTime.now(),
): string {
  const time = DateTime.fromISO(iso, { zone: now.zone });
  if (!time.isValid) {
    return 'unknown';
  }
  if (time.hasSame(now, 'day')) {
    return time.toFormat('HH:mm:ss');
  }
  return time.toFormat(
    time.hasSame(now, 'year') ? 'd LLL HH:mm' : 'd LLL yyyy HH:mm',
    { locale: 'en-GB' },
  );
}

/**
 * A span of time in one unit: `45 s`, `29 min`, `6 h`, `39 d`.
 *
 * @public
 */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) {
    return `${whole} s`;
  }
  if (whole < 3600) {
    return `${Math.floor(whole / 60)} min`;
  }
  if (whole < 48 * 3600) {
    return `${Math.floor(whole / 3600)} h`;
  }
  return `${Math.floor(whole / 86_400)} d`;
}

/**
 * How long ago a point in time is, without the word *ago*.
 *
 * @param iso - ISO 8601
 * @returns `unknown` when the text is no time
 * @public
 */
export function formatAge(iso: string, now: DateTime = DateTime.now()): string {
  const time = DateTime.fromISO(iso);
  return time.isValid
    ? formatDuration(now.diff(time, 'seconds').seconds)
    : 'unknown';
}

/**
 * A span between two points in time with an en dash; the day is said once.
 *
 * @public
 */
export function formatRange(
  from: string,
  to: string,
  now: DateTime = DateTime.now(),
): string {
  const start = DateTime.fromISO(from, { zone: now.zone });
  const end = DateTime.fromISO(to, { zone: now.zone });
  if (start.isValid && end.isValid && start.hasSame(end, 'day')) {
    const day = start.hasSame(now, 'day')
      ? ''
      : `${start.toFormat('d LLL', { locale: 'en-GB' })}, `;
    return `${day}${start.toFormat('HH:mm')}–${end.toFormat('HH:mm')}`;
  }
  return `${formatTime(from, now)} – ${formatTime(to, now)}`;
}

const ISO_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/**
 * Writes the times inside a sentence of the backend, which are exact and in UTC, as they are written everywhere.
 *
 * @public
 */
export function readableTimes(
  text: string,
  now: DateTime = DateTime.now(),
): string {
  return text.replace(ISO_TIME, iso => formatTime(iso, now));
}
