import { randomBytes } from 'node:crypto';

/** Crockford's base 32: digits sort before letters, no letter is mistaken for a digit. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/**
 * An id that sorts by its time and cannot be guessed.
 *
 * @param time - milliseconds since the epoch; outside the range of ten digits it sorts first or last
 */
export function sortableId(time: number): string {
  return timePart(time) + randomPart();
}

function timePart(time: number): string {
  let rest = Math.min(Math.max(0, Math.floor(time)), 32 ** TIME_LENGTH - 1);
  let text = '';
  for (let i = 0; i < TIME_LENGTH; i += 1) {
    text = DIGITS[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function randomPart(): string {
  let text = '';
  for (const byte of randomBytes(RANDOM_LENGTH)) {
    text += DIGITS[byte % 32];
  }
  return text;
}
