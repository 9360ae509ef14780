import type { DurationSummary } from '@plumbline/backstage-plugin-plumbline-common';

/**
 * Median and 90th percentile.
 *
 * @param durations - milliseconds
 * @returns seconds; without figures when there is nothing to measure
 */
export function summariseDurations(
  durations: readonly number[],
): DurationSummary {
  const sorted = [...durations].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) {
    return { count };
  }
  return {
    count,
    medianSeconds: medianOf(sorted) / 1000,
    // The smallest duration that at least nine of ten do not exceed.
    p90Seconds: sorted[Math.ceil(count * 0.9) - 1] / 1000,
  };
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
