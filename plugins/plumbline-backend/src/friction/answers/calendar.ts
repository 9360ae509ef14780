import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import type { TimeSpan } from '../FrictionStore';

/** A day in some time zone. */
export interface LocalDay extends TimeSpan {
  /** `YYYY-MM-DD` */
  day: string;
}

/** Cuts time into days and hours of a time zone. */
export class Calendar {
  readonly #zone: string;

  /** @throws InputError for a name that is no IANA time zone */
  constructor(timeZone: string) {
    if (!DateTime.local({ zone: timeZone }).isValid) {
      throw new InputError(`${timeZone} is not a time zone`);
    }
    this.#zone = timeZone;
  }

  /** The last days up to and with today, oldest first. A day may have 23 or 25 hours. */
  lastDays(count: number, now: number): LocalDay[] {
    const today = DateTime.fromMillis(now, { zone: this.#zone }).startOf('day');
    return Array.from({ length: count }, (_, i) => {
      const start = today.minus({ days: count - 1 - i });
      return {
        day: start.toFormat('yyyy-MM-dd'),
        from: start.toMillis(),
        to: start.plus({ days: 1 }).toMillis(),
      };
    });
  }

  /** 0 = Monday 00:00 to 167 = Sunday 23:00. */
  hourOfWeek(time: number): number {
    const local = DateTime.fromMillis(time, { zone: this.#zone });
    return (local.weekday - 1) * 24 + local.hour;
  }
}
