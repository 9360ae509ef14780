import {
  DEFAULT_SCORE_PARAMETERS,
  POINTS_BY_SEVERITY,
} from '@plumbline/backstage-plugin-plumbline-common';
import { defaultRuleSet } from '@plumbline/kube-audit';
import { migrate } from '../database';
import { createReader } from '../audit/testing/startReaderApp';
import { createTestDatabases } from '../testDatabases';
import { mockCredentials } from '@backstage/backend-test-utils';
import { frictionReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import { DatabaseFrictionStore } from './database/DatabaseFrictionStore';
import { FrictionRules } from './FrictionRules';
import { FrictionService } from './FrictionService';
import type { FrictionEventRecord } from './FrictionStore';
import { DAY } from './score/decay';
import { sampleFriction } from './testing/sampleFriction';

const databases = createTestDatabases();
/** A Friday. */
const NOW = Date.UTC(2026, 10, 20, 15, 30);
const CART = 'component:default/cart';
const SHOP = 'component:default/shop';
const QUIET = 'component:default/quiet';
const SILENT = 'component:default/silent';
const UNKNOWN = 'component:default/unknown';

const clusters = new Map([
  [CART, ['prod', 'staging']],
  [SHOP, ['prod']],
  [QUIET, ['prod']],
  [SILENT, ['dark']],
]);

/** `prod` sends since ten days ago, `staging` sent on one of them, `dark` never. */
async function daysWithEvents(asked: string[], fromDay: string) {
  const prod = Array.from({ length: 10 }, (_, i) => ({
    cluster: 'prod',
    day: new Date(NOW - i * DAY).toISOString().slice(0, 10),
    count: 100,
  }));
  return [...prod, { cluster: 'staging', day: '2026-11-19', count: 1 }].filter(
    ({ cluster, day }) => asked.includes(cluster) && day >= fromDay,
  );
}

async function start(events: FrictionEventRecord[]) {
  const knex = await databases.init('SQLITE_3');
  await migrate(knex);
  const store = await DatabaseFrictionStore.create(
    knex,
    DEFAULT_SCORE_PARAMETERS,
  );
  await knex.transaction(transaction => store.record(transaction, events));
  return new FrictionService({
    store,
    audit: { daysWithEvents },
    clusters: { clustersOf: async () => clusters },
    rules: new FrictionRules(defaultRuleSet),
    parameters: DEFAULT_SCORE_PARAMETERS,
  });
}

const shell = (ageDays: number, rest: Partial<FrictionEventRecord> = {}) =>
  sampleFriction({ time: NOW - ageDays * DAY, ...rest });

const scaling = (ageDays: number, rest: Partial<FrictionEventRecord> = {}) =>
  shell(ageDays, {
    ruleId: 'manual-scale',
    severity: 'medium',
    points: POINTS_BY_SEVERITY.medium,
    ...rest,
  });

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
      const service = await start(
        Array.from({ length: count }, () => shell(age)),
      );
      const friction = await service.entityFriction(CART, berlin);
      expect(friction.score).toBe(score);
      const scores = await service.scoresOf([CART], NOW);
      expect(scores.get(CART)?.score?.score).toBe(score);
    },
  );

  it('gives a breakdown that adds up to the score', async () => {
    const service = await start([
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
    const service = await start([shell(0.5), shell(3), shell(10)]);
    const friction = await service.entityFriction(CART, berlin);
    const at = (...ages: number[]) =>
      Math.round(ages.reduce((sum, age) => sum + 20 * 0.5 ** (age / 7), 0));
    expect(friction.score).toBe(at(0.5, 3, 10));
    expect(friction.changeSinceYesterday).toBe(at(0.5, 3, 10) - at(2, 9));
    expect(friction.changeSinceWeekAgo).toBe(at(0.5, 3, 10) - at(3));
  });

  it('ends its trend with the score', async () => {
    const service = await start([shell(0.1), shell(2), shell(20)]);
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
    const service = await start([
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
    const service = await start([]);
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
    const service = await start([]);
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
    const service = await start([
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

  describe('fleet', () => {
    const entity = (entityRef: string, title?: string) => ({
      entityRef,
      owner: entityRef === SHOP ? 'group:default/b' : 'group:default/a',
      system: 'system:default/s',
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: entityRef.split('/')[1], title },
      },
    });
    const entities = [UNKNOWN, QUIET, SILENT, SHOP, CART].map(ref =>
      entity(ref),
    );
    const query = { days: 3, sort: 'score', limit: 50 } as const;
    const refs = (items: { entityRef: string }[]) =>
      items.map(({ entityRef }) => entityRef);

    it('sorts by score, and puts last what has none, with the reason', async () => {
      const service = await start([
        shell(0),
        shell(0, { entityRef: SHOP }),
        scaling(10, { entityRef: SHOP }),
      ]);
      const fleet = await service.fleet(entities, query, NOW);
      expect(refs(fleet.items)).toEqual([SHOP, CART, QUIET, SILENT, UNKNOWN]);
      expect(fleet.items[4].reason).toBeDefined();
      expect(fleet.items[0].trend).toHaveLength(3);
      expect(fleet.items[0].trend[2].value).toBe(fleet.items[0].score);
      expect(fleet.heatmap.unit).toBe('score');
      expect(
        fleet.heatmap.cells.find(
          ({ row, column }) => row === SHOP && column === '2026-11-20',
        )?.points,
      ).toBe(fleet.items[0].score);
    });

    it.each([
      ['name', [CART, QUIET, SHOP, SILENT, UNKNOWN]],
      ['events', [SHOP, CART, QUIET, SILENT, UNKNOWN]],
      ['change', [CART, QUIET, SHOP, SILENT, UNKNOWN]],
    ] as const)('sorts by %s', async (sort, expected) => {
      const service = await start([
        shell(0),
        scaling(9, { entityRef: SHOP }),
        scaling(10, { entityRef: SHOP }),
      ]);
      const fleet = await service.fleet(entities, { ...query, sort }, NOW);
      expect(refs(fleet.items)).toEqual(expected);
    });

    it('filters and pages on the server', async () => {
      const service = await start([shell(0), shell(0, { entityRef: SHOP })]);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await service.fleet(
          entities,
          { ...query, limit: 2, cursor },
          NOW,
        );
        expect(page.total).toBe(5);
        seen.push(...refs(page.items));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual([CART, SHOP, QUIET, SILENT, UNKNOWN]);
      const owned = await service.fleet(
        entities,
        { ...query, owners: ['group:default/b'] },
        NOW,
      );
      expect(refs(owned.items)).toEqual([SHOP]);
      const low = await service.fleet(
        entities,
        { ...query, bands: ['low'] },
        NOW,
      );
      expect(low.total).toBe(3);
      expect((await service.fleet([], query, NOW)).items).toEqual([]);
    });
  });

  it('lists events of an hour of the week, hides people', async () => {
    const service = await start([shell(0), shell(7), shell(7.5), scaling(14)]);
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
