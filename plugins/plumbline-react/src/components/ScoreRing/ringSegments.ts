/** One arc of the ring in percent of the full circle. @internal */
export interface RingSegment {
  start: number;
  length: number;
}

/**
 * Cuts the arc of a score into one segment per share. Shares that sum to more than the score (a score stops at 100)
 * are scaled down, so that the arcs together are always as long as the score.
 *
 * @param score - 0 to 100
 * @param shares - what each driver adds, in any order
 * @internal
 */
export function ringSegments(score: number, shares: number[]): RingSegment[] {
  const arc = Math.min(100, Math.max(0, score));
  const positive = shares.filter(share => share > 0).sort((a, b) => b - a);
  const sum = positive.reduce((total, share) => total + share, 0);
  if (arc === 0) {
    return [];
  }
  if (sum === 0) {
    return [{ start: 0, length: arc }];
  }
  let start = 0;
  return positive.map(share => {
    const length = (share / sum) * arc;
    const segment = { start, length };
    start += length;
    return segment;
  });
}
