import type { LookFailure } from './LookFailure';

const MAX_RETRIES = 2;
const FIRST_DELAY = 250;
const MAX_DELAY = 5_000;

/**
 * How long to wait before the same request goes out again.
 *
 * @param retries - how many there were already
 * @param random - 0 to 1; spreads clients that failed together
 * @returns milliseconds, or undefined when there is no point in asking again
 */
export function retryDelay(
  failure: LookFailure,
  retries: number,
  random: number,
): number | undefined {
  if (!failure.transient || retries >= MAX_RETRIES) {
    return undefined;
  }
  const wanted =
    failure.retryAfter === undefined
      ? FIRST_DELAY * 2 ** retries * (0.5 + random / 2)
      : failure.retryAfter * 1000;
  return Math.min(wanted, MAX_DELAY);
}
