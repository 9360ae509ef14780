import type { Band } from '../api';

const MILLISECONDS_PER_DAY = 86_400_000;

/** What the score depends on beside the events. @public */
export interface ScoreParameters {
  /** Days after which an event counts half. */
  halfLifeDays: number;
  /** Events older than this many days do not count. */
  windowDays: number;
  /** Decayed points that make a score of 100. */
  threshold: number;
}

/** Half-life 7 days, window 30 days, threshold 50 points. @public */
export const DEFAULT_SCORE_PARAMETERS: ScoreParameters = {
  halfLifeDays: 7,
  windowDays: 30,
  threshold: 50,
};

/** Points of one friction event by its severity, when the rule names none. @public */
export const POINTS_BY_SEVERITY = {
  critical: 20,
  high: 10,
  medium: 6,
  low: 3,
} as const;

/**
 * Weight of an event at `now`: 1 when it happens, halved every half-life, 0 outside the window. An event of the future
 * (a clock that runs ahead) weighs 1.
 *
 * @param time - when it happened, milliseconds since the epoch
 * @param now - milliseconds since the epoch
 * @public
 */
export function decayWeight(
  time: number,
  now: number,
  parameters: ScoreParameters,
): number {
  const ageDays = Math.max(0, (now - time) / MILLISECONDS_PER_DAY);
  if (ageDays > parameters.windowDays) {
    return 0;
  }
  return 0.5 ** (ageDays / parameters.halfLifeDays);
}

/**
 * Share of the score, 0 to 100 and beyond, that decayed points make. The shares of all events sum to what
 * {@link scoreOfShares} rounds.
 *
 * @public
 */
export function scoreShare(
  decayedPoints: number,
  parameters: ScoreParameters,
): number {
  return (100 * decayedPoints) / parameters.threshold;
}

/** Score of summed shares: rounded, at most 100. @public */
export function scoreOfShares(sumOfShares: number): number {
  return Math.min(100, Math.round(sumOfShares));
}

/** Band of a score: critical from 80, high from 60, medium from 40, else low. @public */
export function bandOfScore(score: number): Band {
  if (score >= 80) return 'critical';
  if (score >= 60) return 'high';
  if (score >= 40) return 'medium';
  return 'low';
}
