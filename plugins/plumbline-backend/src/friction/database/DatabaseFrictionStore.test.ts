import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DAY } from '../score/decay';
import { sampleFriction } from '../__testUtils__/sampleFriction';
import { DatabaseFrictionStore } from './DatabaseFrictionStore';

const databases = createTestDatabases();
const MIDNIGHT = Date.UTC(2026, 10, 20);
const everything = { from: 0, to: Number.MAX_SAFE_INTEGER };

describe.each(databases.eachSupportedId())(
  'DatabaseFrictionStore on %s',
  id => {
    async function create(halfLifeDays = 7) {
      const knex = await databases.init(id);
      await migrate(knex);
      const store = await DatabaseFrictionStore.create(knex, { halfLifeDays });
      const record = (events: Parameters<typeof store.record>[1]) =>
        knex.transaction(transaction => store.record(transaction, events));
      return { knex: knex as Knex, store, record };
    }

    it('keeps one act once, in one batch and over several', async () => {
      const { store, record } = await create();
      const first = sampleFriction({ time: MIDNIGHT, act: 'a' });
      const again = sampleFriction({
        time: MIDNIGHT + 1,
        act: 'a',
        points: 20,
      });
      expect(await record([first, again])).toBe(1);
      expect(await record([again])).toBe(0);
      const days = await store.days(undefined, everything);
      expect(days).toEqual([
        {
          entityRef: 'component:default/cart',
          ruleId: 'pod-shell',
          day: MIDNIGHT,
          points: 10,
          weight: 10,
          count: 1,
        },
      ]);
    });

    it('sums a day so that it decays to any later time', async () => {
      const { store, record } = await create(1);
      const noon = MIDNIGHT + DAY / 2;
      await record([
        sampleFriction({ time: MIDNIGHT }),
        sampleFriction({ time: noon }),
      ]);
      await record([sampleFriction({ time: noon })]);
      const [day] = await store.days(['component:default/cart'], everything);
      expect(day.points).toBe(30);
      expect(day.count).toBe(3);
      expect(day.weight).toBeCloseTo(10 + 20 * Math.SQRT2, 9);
    });

    it('sums the days anew when the half-life changes', async () => {
      const { knex, store, record } = await create(7);
      await record([
        sampleFriction({ time: MIDNIGHT + DAY / 2 }),
        sampleFriction({ time: MIDNIGHT + DAY / 2, entityRef: undefined }),
      ]);
      await DatabaseFrictionStore.create(knex, { halfLifeDays: 0.5 });
      const [day, ...others] = await store.days(undefined, everything);
      expect(day.weight).toBeCloseTo(20, 9);
      expect(others).toEqual([]);
    });

    it('counts acts of objects without an entity for nobody, but counts them', async () => {
      const { store, record } = await create();
      await record([
        sampleFriction({ time: MIDNIGHT, entityRef: undefined }),
        sampleFriction({ time: MIDNIGHT }),
      ]);
      expect(await store.days(undefined, everything)).toHaveLength(1);
      expect(await store.points(undefined, [everything])).toHaveLength(1);
      expect(await store.countUnattributed(['prod'], everything)).toBe(1);
      expect(await store.countUnattributed(['staging'], everything)).toBe(0);
    });

    it('lists events with filters, newest first, page by page', async () => {
      const { store, record } = await create();
      await record([
        sampleFriction({ time: MIDNIGHT + 1 }),
        sampleFriction({ time: MIDNIGHT + 2, ruleId: 'manual-scale' }),
        sampleFriction({ time: MIDNIGHT + 3, cluster: 'staging' }),
        sampleFriction({
          time: MIDNIGHT + 4,
          entityRef: 'component:default/x',
        }),
      ]);
      const entityRef = 'component:default/cart';
      const first = await store.list({ entityRef }, { limit: 2 });
      expect(first.total).toBe(3);
      expect(first.items.map(({ time }) => time - MIDNIGHT)).toEqual([3, 2]);
      const second = await store.list(
        { entityRef },
        { limit: 2, cursor: first.nextCursor },
      );
      expect(second.items.map(({ time }) => time - MIDNIGHT)).toEqual([1]);
      expect(second.nextCursor).toBeUndefined();
      const total = async (filter: object) =>
        (await store.list({ entityRef, ...filter }, { limit: 9 })).total;
      expect(await total({ rules: ['manual-scale'] })).toBe(1);
      expect(await total({ clusters: ['staging'] })).toBe(1);
      expect(await total({ from: MIDNIGHT + 2, to: MIDNIGHT + 3 })).toBe(1);
      expect(second.items[0]).toMatchObject({
        sentence: 'jane@example.com opened a shell in pod shop/cart-0',
        people: ['jane@example.com'],
      });
    });

    it('removes events and sums before a day', async () => {
      const { store, record } = await create();
      await record([
        sampleFriction({ time: MIDNIGHT - 3 * DAY }),
        sampleFriction({ time: MIDNIGHT - 1 }),
        sampleFriction({ time: MIDNIGHT }),
      ]);
      expect(await store.removeBefore(MIDNIGHT + 5)).toBe(2);
      expect(await store.days(undefined, everything)).toHaveLength(1);
      expect(await store.points(undefined, [everything])).toHaveLength(1);
    });
  },
);
