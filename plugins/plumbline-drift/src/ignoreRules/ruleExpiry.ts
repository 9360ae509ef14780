import { DateTime } from 'luxon';

/** How long a rule holds. @internal */
export const EXPIRY_CHOICES = {
  never: 'Until somebody deletes it',
  week: '7 days',
  month: '30 days',
  quarter: '90 days',
  date: 'Until a date…',
} as const;

/** @internal */
export type ExpiryChoice = keyof typeof EXPIRY_CHOICES;

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
