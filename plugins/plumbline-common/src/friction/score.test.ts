import fc from 'fast-check';
import {
  bandOfScore,
  decayWeight,
  DEFAULT_SCORE_PARAMETERS,
  POINTS_BY_SEVERITY,
  scoreOfShares,
  scoreShare,
} from './score';

const DAY = 86_400_000;
const now = Date.UTC(2026, 0, 31);

function scoreOf(events: { ageDays: number; points: number }[]): number {
  const decayed = events.reduce(
    (sum, event) =>
      sum +
      event.points *
        decayWeight(now - event.ageDays * DAY, now, DEFAULT_SCORE_PARAMETERS),
    0,
  );
  return scoreOfShares(scoreShare(decayed, DEFAULT_SCORE_PARAMETERS));
}

const high = (count: number, ageDays: number) =>
  Array.from({ length: count }, () => ({
    ageDays,
    points: POINTS_BY_SEVERITY.high,
  }));

describe('friction score', () => {
  it.each([
    [1, 0, 20],
    [3, 0, 60],
    [5, 0, 100],
    [9, 0, 100],
    [5, 7, 50],
    [5, 14, 25],
    [5, 30, 5],
    [5, 30.001, 0],
    [0, 0, 0],
  ])('%i high events %f days ago make %i', (count, ageDays, expected) => {
    expect(scoreOf(high(count, ageDays))).toBe(expected);
  });

  it.each([
    [39, 'low'],
    [40, 'medium'],
    [59, 'medium'],
    [60, 'high'],
    [79, 'high'],
    [80, 'critical'],
    [100, 'critical'],
  ])('%i is %s', (score, band) => {
    expect(bandOfScore(score)).toBe(band);
  });

  it('never leaves 0 to 100 and never rises with age', () => {
    const property = fc.property(
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.integer({ min: 0, max: 50 }),
      (age, older, count) => {
        const young = scoreOf(high(count, age));
        const old = scoreOf(high(count, age + older));
        return young >= 0 && young <= 100 && old <= young;
      },
    );
    expect(() => fc.assert(property)).not.toThrow();
  });

  it('weighs an event of the future like one of now', () => {
    expect(decayWeight(now + DAY, now, DEFAULT_SCORE_PARAMETERS)).toBe(1);
  });
});
