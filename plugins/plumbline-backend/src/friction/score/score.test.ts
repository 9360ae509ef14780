import {
  DEFAULT_SCORE_PARAMETERS,
  decayWeight,
  type ScoreParameters,
} from '@plumbline/backstage-plugin-plumbline-common';
import fc from 'fast-check';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DatabaseFrictionStore } from '../database/DatabaseFrictionStore';
import { sampleFriction } from '../__testUtils__/sampleFriction';
import { DAY, type DecayedByEntity } from './decay';
import { ScoreReader } from './ScoreReader';

const databases = createTestDatabases();
const NOW = Date.UTC(2026, 10, 20, 15, 30, 12, 345);

interface Sample {
  entityRef: string;
  ruleId: string;
  points: number;
  time: number;
}

const entityRefs = ['component:default/cart', 'component:default/shop'];

const samples = fc.array(
  fc.record({
    entityRef: fc.constantFrom(...entityRefs),
    ruleId: fc.constantFrom('pod-shell', 'manual-scale'),
    points: fc.constantFrom(3, 6, 10, 20),
    time: fc.oneof(
      // Two days ahead of the clock to long before the window, and right at its edges.
      fc.integer({ min: NOW - 45 * DAY, max: NOW + 2 * DAY }),
      fc.constantFrom(NOW, NOW - 30 * DAY, NOW - 30 * DAY - 1, NOW + 1),
      fc.integer({ min: -3, max: 3 }).map(ms => Date.UTC(2026, 9, 21) + ms),
    ),
  }),
  { maxLength: 40 },
);

const times = fc.array(
  fc.oneof(
    fc.constant(NOW),
    fc.integer({ min: NOW - 40 * DAY, max: NOW }),
    fc.integer({ min: 1, max: 30 }).map(days => Date.UTC(2026, 10, 20 - days)),
  ),
  { minLength: 1, maxLength: 5 },
);

function bruteForce(
  events: Sample[],
  entityRef: string,
  time: number,
  parameters: ScoreParameters,
) {
  const counted = events.filter(
    event =>
      event.entityRef === entityRef &&
      (time >= NOW || event.time <= time) &&
      decayWeight(event.time, time, parameters) > 0,
  );
  return {
    points: counted.reduce(
      (sum, event) =>
        sum + event.points * decayWeight(event.time, time, parameters),
      0,
    ),
    count: counted.length,
  };
}

function sumOf(decayed: DecayedByEntity, entityRef: string) {
  const rules = [...(decayed.get(entityRef)?.values() ?? [])];
  return {
    points: rules.reduce((sum, rule) => sum + rule.points, 0),
    count: rules.reduce((sum, rule) => sum + rule.count, 0),
  };
}

describe.each(databases.eachSupportedId())('scores on %s', id => {
  it.each<[string, ScoreParameters]>([
    ['the default parameters', DEFAULT_SCORE_PARAMETERS],
    [
      'a window of no whole days',
      { halfLifeDays: 1.3, windowDays: 2.7, threshold: 20 },
    ],
    [
      'a window within a day',
      { halfLifeDays: 0.5, windowDays: 0.25, threshold: 5 },
    ],
  ])(
    'from sums of days equal those from single events, with %s',
    async (_, parameters) => {
      const knex = await databases.init(id);
      await migrate(knex);
      const store = await DatabaseFrictionStore.create(knex, parameters);
      const reader = new ScoreReader(store, parameters);
      await fc.assert(
        fc.asyncProperty(samples, times, async (events, instants) => {
          await knex('friction_events').delete();
          await knex('friction_days').delete();
          const records = events.map(event => sampleFriction(event));
          const half = Math.floor(records.length / 2);
          for (const part of [records.slice(half), records.slice(0, half)]) {
            await knex.transaction(transaction =>
              store.record(transaction, part),
            );
          }
          const decayed = await reader.read(entityRefs, instants, NOW);
          instants.forEach((time, i) => {
            for (const ref of entityRefs) {
              const expected = bruteForce(events, ref, time, parameters);
              const actual = sumOf(decayed[i], ref);
              expect(actual.count).toBe(expected.count);
              const scale = Math.max(1, expected.points);
              expect(
                Math.abs(actual.points - expected.points) / scale,
              ).toBeLessThan(1e-9);
            }
          });
        }),
        { numRuns: id === 'SQLITE_3' ? 100 : 25 },
      );
    },
    120_000,
  );
});
