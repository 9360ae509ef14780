import { mockCredentials } from '@backstage/backend-test-utils';
import { frictionReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import { createReader } from '../audit/__testUtils__/startReaderApp';
import {
  CART,
  NOW,
  QUIET,
  scaling,
  shell,
  SILENT,
  startFriction,
  UNKNOWN,
} from './__testUtils__/startFriction';

const berlin = { days: 7, timeZone: 'Europe/Berlin', now: NOW };

describe('FrictionService', () => {
  it.each([
    [1, 0, 20],
    [3, 0, 60],
    [5, 0, 100],
    [9, 0, 100],
    [5, 7, 50],
    [5, 14, 25],
    [5, 30, 5],
    [5, 30.001, 0],
  ])(
    'scores %i high events of %f days ago with %i',
    async (count, age, score) => {
      const service = await startFriction(
        Array.from({ length: count }, () => shell(age)),
      );
      const friction = await service.entityFriction(CART, berlin);
      expect(friction.score).toBe(score);
      const scores = await service.scoresOf([CART], NOW);
      expect(scores.get(CART)?.score?.score).toBe(score);
    },
  );

  it('gives a breakdown that adds up to the score', async () => {
    const service = await startFriction([
      shell(0),
      shell(3.3),
      scaling(1),
      scaling(40),
    ]);
    const friction = await service.entityFriction(CART, berlin);
    expect(
      friction.breakdown.map(({ ruleId, count }) => [ruleId, count]),
    ).toEqual([
      ['pod-shell', 2],
      ['manual-scale', 1],
    ]);
    expect(friction.breakdown[0].nextStep).toMatch(/runbook/);
    const sum = friction.breakdown.reduce((s, { points }) => s + points, 0);
    expect(friction.sum).toBe(sum);
    expect(friction.score).toBe(Math.round(sum));
    expect(friction.eventCount).toBe(3);
    expect(friction.state).toBe('scored');
  });

  it('compares with yesterday and a week ago by the events until then', async () => {
    const service = await startFriction([shell(0.5), shell(3), shell(10)]);
    const friction = await service.entityFriction(CART, berlin);
    const at = (...ages: number[]) =>
      Math.round(ages.reduce((sum, age) => sum + 20 * 0.5 ** (age / 7), 0));
    expect(friction.score).toBe(at(0.5, 3, 10));
    expect(friction.changeSinceYesterday).toBe(at(0.5, 3, 10) - at(2, 9));
    expect(friction.changeSinceWeekAgo).toBe(at(0.5, 3, 10) - at(3));
  });

  it('ends its trend with the score', async () => {
    const service = await startFriction([shell(0.1), shell(2), shell(20)]);
    const friction = await service.entityFriction(CART, berlin);
    expect(friction.trend.map(({ day }) => day)).toEqual([
      '2026-11-14',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
    const values = friction.trend.map(({ value }) => value!);
    expect(values[6]).toBe(friction.score);
    expect(values[4]).toBeGreaterThan(values[3]);
    expect(values[3]).toBeGreaterThan(0);
    const daily = (await service.dailyScores([CART], 3, NOW)).get(CART)!;
    expect(daily[2]).toEqual({ day: '2026-11-20', value: friction.score });
  });

  it('draws heatmaps in the time zone of the reader from the same events', async () => {
    // 23:30 UTC on Thursday is 00:30 on Friday in Berlin.
    const late = Date.UTC(2026, 10, 19, 23, 30);
    const service = await startFriction([
      shell(0, { time: late }),
      shell(0, { time: late + 1 }),
      scaling(3),
      shell(100),
    ]);
    const inBerlin = await service.entityFriction(CART, berlin);
    expect(inBerlin.heatmap.rows.map(({ id }) => id)).toEqual([
      'pod-shell',
      'manual-scale',
    ]);
    expect(inBerlin.heatmap.cells[0]).toMatchObject({
      row: 'pod-shell',
      column: '2026-11-20',
      points: 20,
      count: 2,
      partial: true,
    });
    expect(inBerlin.hours.cells[0]).toMatchObject({ row: '4', column: '0' });
    const inUtc = await service.entityFriction(CART, {
      ...berlin,
      timeZone: 'UTC',
    });
    expect(inUtc.heatmap.cells[0].column).toBe('2026-11-19');
    expect(inUtc.hours.cells[0]).toMatchObject({ row: '3', column: '23' });
    const shares = inUtc.heatmap.cells.reduce(
      (sum, { pointsNow }) => sum + (pointsNow ?? 0),
      0,
    );
    expect(shares).toBeCloseTo(inUtc.sum, 9);
    await expect(
      service.entityFriction(CART, { ...berlin, timeZone: 'Mars/Base' }),
    ).rejects.toThrow('Mars/Base is not a time zone');
  });

  it('says for which days audit events arrived', async () => {
    const service = await startFriction([]);
    const { heatmap } = await service.entityFriction(CART, {
      ...berlin,
      days: 12,
      timeZone: 'UTC',
    });
    expect(heatmap.columns.map(({ state }) => state)).toEqual([
      'no-data',
      'no-data',
      ...Array.from({ length: 8 }, () => 'partial'),
      'covered',
      'partial',
    ]);
    expect(heatmap.columns[2].reason).toContain('staging');
  });

  it('tells quiet, no feed and not resolved apart', async () => {
    const service = await startFriction([]);
    const scores = await service.scoresOf([QUIET, SILENT, UNKNOWN], NOW);
    expect(scores.get(QUIET)).toMatchObject({
      state: 'quiet',
      score: { score: 0, band: 'low' },
    });
    expect(scores.get(SILENT)).toEqual({
      state: 'no-feed',
      reason: 'No audit events of dark arrived in the last 30 days',
    });
    expect(scores.get(UNKNOWN)).toMatchObject({ state: 'not-resolved' });
    const silent = await service.entityFriction(SILENT, berlin);
    expect(silent.score).toBeUndefined();
    expect(silent.trend.every(({ value }) => value === undefined)).toBe(true);
  });

  it('counts what does not count', async () => {
    const service = await startFriction([
      shell(35),
      shell(1, { entityRef: undefined }),
      shell(1, { entityRef: undefined, cluster: 'dark' }),
    ]);
    const { notCounted } = await service.entityFriction(CART, {
      ...berlin,
      days: 40,
    });
    expect(notCounted).toEqual([
      { reason: 'Older than 30 days', count: 1 },
      { reason: expect.stringContaining('prod, staging'), count: 1 },
    ]);
  });

  it('lists events of an hour of the week, hides people', async () => {
    const service = await startFriction([
      shell(0),
      shell(7),
      shell(7.5),
      scaling(14),
    ]);
    const viewOf = async (reveals: boolean) =>
      createReader({ reveals }).readerViews.of(
        mockCredentials.user(),
        frictionReadPermission,
      );
    const query = {
      entityRef: CART,
      hourOfWeek: 4 * 24 + 16,
      timeZone: 'Europe/Berlin',
      limit: 2,
    };
    const first = await service.events(query, await viewOf(true), NOW);
    expect(first.total).toBe(3);
    expect(first.items.map(({ pointsNow }) => pointsNow)).toEqual([20, 10]);
    const second = await service.events(
      { ...query, cursor: first.nextCursor },
      await viewOf(false),
      NOW,
    );
    expect(second.items.map(({ ruleId }) => ruleId)).toEqual(['manual-scale']);
    expect(second.items[0].actor.pseudonym).toBe(true);
    expect(JSON.stringify(second)).not.toContain('jane');
  });
});
