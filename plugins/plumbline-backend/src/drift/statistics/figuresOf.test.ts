import { figuresOf } from './figuresOf';
import type { IncidentFacts } from './StatisticsStore';

const FROM = 1_000_000;
const TO = 2_000_000;

const factsOf = (change: Partial<IncidentFacts> = {}): IncidentFacts => {
  const openedAt = change.openedAt ?? FROM + 100_000;
  return {
    entityRef: 'component:default/payments-api',
    causeClass: 'unknown',
    openedAt,
    begin: { at: openedAt, basis: 'first-seen' },
    ...change,
  };
};
const figures = (...changes: Partial<IncidentFacts>[]) =>
  figuresOf(changes.map(factsOf), { from: FROM, to: TO });

describe('figuresOf', () => {
  it('counts what was opened and resolved in the span, both ends included', () => {
    expect(
      figures(
        { openedAt: FROM - 1 },
        { openedAt: FROM, resolvedAt: TO },
        { openedAt: TO },
        { openedAt: FROM, resolvedAt: TO + 1 },
        { openedAt: 1, resolvedAt: FROM - 1 },
        { openedAt: 1, resolvedAt: FROM },
      ),
    ).toMatchObject({ opened: 3, open: 2, resolved: 2 });
  });

  it('measures the age of what is open from its begin until now', () => {
    expect(
      figures(
        { begin: { at: TO - 60_000, basis: 'proven-write' } },
        { begin: { at: TO - 20_000, basis: 'commit' } },
        { resolvedAt: TO },
      ).age,
    ).toEqual({ count: 2, medianSeconds: 40, p90Seconds: 60 });
  });

  it('measures detection from a proven write only', () => {
    const openedAt = FROM + 50_000;
    expect(
      figures(
        { openedAt, begin: { at: openedAt - 30_000, basis: 'proven-write' } },
        { openedAt, begin: { at: openedAt - 90_000, basis: 'commit' } },
        { openedAt, begin: { at: openedAt, basis: 'first-seen' } },
        // Written again after it was opened: nothing says when the first write was.
        { openedAt, begin: { at: openedAt + 1, basis: 'proven-write' } },
      ).toDetect,
    ).toEqual({ count: 1, medianSeconds: 30, p90Seconds: 30 });
  });

  it('measures acknowledgement from the opening', () => {
    expect(
      figures(
        { openedAt: FROM, firstAcknowledgedAt: FROM + 10_000 },
        { openedAt: FROM },
        { openedAt: 1, firstAcknowledgedAt: FROM - 1 },
      ).toAcknowledge,
    ).toEqual({ count: 1, medianSeconds: 10, p90Seconds: 10 });
  });

  it('measures resolution from the opening, or from the last reopening', () => {
    expect(
      figures(
        { openedAt: FROM, resolvedAt: FROM + 30_000 },
        {
          openedAt: FROM,
          reopenedAt: FROM + 20_000,
          resolvedAt: FROM + 30_000,
        },
      ).toResolve,
    ).toEqual({ count: 2, medianSeconds: 20, p90Seconds: 30 });
  });

  it('counts reasons of what was resolved in the span', () => {
    expect(
      figures(
        { resolvedAt: TO, resolution: 'reverted' },
        { resolvedAt: TO, resolution: 'adopted in Git' },
        { resolvedAt: TO, resolution: 'reverted' },
        { resolvedAt: FROM - 1, resolution: 'ignored' },
      ).resolutions,
    ).toEqual({ reverted: 2, 'adopted in Git': 1 });
  });
});
