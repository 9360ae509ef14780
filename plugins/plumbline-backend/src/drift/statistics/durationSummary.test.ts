import fc from 'fast-check';
import { summariseDurations } from './durationSummary';

const seconds = (...durations: number[]) =>
  summariseDurations(durations.map(duration => duration * 1000));

describe('summariseDurations', () => {
  it('says of nothing that it is nothing, not that it took no time', () => {
    expect(seconds()).toEqual({ count: 0 });
  });

  it.each<[number[], number, number]>([
    [[7], 7, 7],
    [[1, 3], 2, 3],
    [[3, 1, 2], 2, 3],
    // Nine of ten are at most 9.
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 5.5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100], 6, 10],
    [[0, 0, 0.5], 0, 0.5],
  ])('of %j has the median %d and the 90th percentile %d', (given, ...both) => {
    const { count, medianSeconds, p90Seconds } = seconds(...given);
    expect(count).toBe(given.length);
    expect([medianSeconds, p90Seconds]).toEqual(both);
  });

  it('has nine of ten at or below the 90th percentile, and no less than half at or below the median', () => {
    const durations = fc.array(fc.nat(1e9), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(durations, given => {
        const { medianSeconds = 0, p90Seconds = 0 } = summariseDurations(given);
        const share = (limit: number) =>
          given.filter(one => one / 1000 <= limit).length / given.length;
        expect(share(p90Seconds)).toBeGreaterThanOrEqual(0.9);
        expect(share(medianSeconds)).toBeGreaterThanOrEqual(0.5);
        expect(p90Seconds).toBeGreaterThanOrEqual(medianSeconds);
      }),
    );
  });
});
