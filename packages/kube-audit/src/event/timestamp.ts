const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9})\d*)?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Microseconds since the epoch of an RFC 3339 time. A time without a zone is
 * refused: reading it as local time would move events between machines.
 */
export function parseMicros(text: unknown): number | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  const match = RFC3339.exec(text);
  if (!match) {
    return undefined;
  }
  const [, date, time, fraction = '', zone] = match;
  const millis = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(millis)) {
    return undefined;
  }
  return millis * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** RFC 3339 in UTC with six fraction digits. */
export function formatMicros(micros: number): string {
  const millis = Math.floor(micros / 1000);
  const rest = String(micros - millis * 1000).padStart(3, '0');
  return new Date(millis).toISOString().replace('Z', `${rest}Z`);
}
