import { formatTime } from '@plumbline/backstage-plugin-plumbline-react';
import { DateTime } from 'luxon';

const EXPIRY_CHOICES = {
  never: 'Until somebody deletes it',
  week: '7 days',
  month: '30 days',
  quarter: '90 days',
  date: 'Until a date…',
} as const;

/** @internal */
export type ExpiryChoice = keyof typeof EXPIRY_CHOICES | 'kept';

/**
 * How long a rule may hold.
 *
 * @param kept - ISO 8601, the end that the rule has already; what is not touched stays as it is, to the second
 * @internal
 */
export function expiryChoices(
  kept: string | undefined,
  now: DateTime = DateTime.now(),
): { value: ExpiryChoice; label: string }[] {
  const choices = Object.entries(EXPIRY_CHOICES).map(([value, label]) => ({
    value: value as ExpiryChoice,
    label,
  }));
  if (kept === undefined) {
    return choices;
  }
  const isOver = DateTime.fromISO(kept) <= now;
  const label = `${isOver ? 'Ended' : 'Until'} ${formatTime(kept, now)}`;
  return [{ value: 'kept', label }, ...choices];
}

const DAYS: Partial<Record<ExpiryChoice, number>> = {
  week: 7,
  month: 30,
  quarter: 90,
};

/**
 * @param date - a day in the reader's time zone, for `date`; the rule holds to its end
 * @returns ISO 8601, `undefined` for a rule that never expires
 * @internal
 */
export function expiryOf(
  choice: ExpiryChoice,
  date: string,
  now: DateTime = DateTime.now(),
): string | undefined {
  if (choice === 'date') {
    return DateTime.fromISO(date).endOf('day').toUTC().toISO() ?? undefined;
  }
  const days = DAYS[choice];
  // To the full hour, so that the same choice asks the same question while the form is open.
  return days === undefined
    ? undefined
    : now.plus({ days }).startOf('hour').toUTC().toISO() ?? undefined;
}

/** Why a day cannot be the last one; `undefined` when it can. @internal */
export function expiryProblem(
  choice: ExpiryChoice,
  date: string,
  now: DateTime = DateTime.now(),
): string | undefined {
  if (choice !== 'date') {
    return undefined;
  }
  const day = DateTime.fromISO(date);
  if (!day.isValid) {
    return 'Choose the last day';
  }
  return day.endOf('day') <= now ? 'The day is over' : undefined;
}
