import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { incidentOf } from '../__testUtils__/findings';
import {
  ENTITY,
  NOON,
  storedTarget,
} from '../database/__testUtils__/storedTarget';
import { DatabaseStatisticsStore } from './DatabaseStatisticsStore';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const LEDGER = 'component:default/ledger';
const REF = 'apps/v1/Deployment/payments/payments-api';
const MINUTE = 60_000;

describe.each(databases.eachSupportedId())(
  'DatabaseStatisticsStore on %s',
  id => {
    let knex: Knex;
    let stored: Awaited<ReturnType<typeof storedTarget>>;
    let statistics: DatabaseStatisticsStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      stored = await storedTarget(knex);
      statistics = new DatabaseStatisticsStore(knex);
    });

    it('gives what is measured of an incident as it was stored', async () => {
      await stored.commit(NOON, {
        newIncidents: [
          incidentOf({
            causeClass: 'person',
            begin: { at: NOON - 5, basis: 'proven-write' },
            reopenings: 2,
            reopenedTimes: [NOON + 1, NOON + 2],
            firstAcknowledgedAt: NOON + 3,
            resolvedAt: NOON + 4,
            resolution: 'adopted in Git',
            state: 'resolved',
          }),
        ],
      });
      expect(await statistics.incidentFacts([ENTITY], NOON)).toEqual([
        {
          entityRef: ENTITY,
          causeClass: 'person',
          openedAt: NOON,
          begin: { at: NOON - 5, basis: 'proven-write' },
          reopenedAt: NOON + 2,
          firstAcknowledgedAt: NOON + 3,
          resolvedAt: NOON + 4,
          resolution: 'adopted in Git',
        },
      ]);
    });

    it('leaves out what ended before, and what is of others', async () => {
      const incident = (
        incidentId: string,
        openedAt: number,
        resolvedAt?: number,
        entityRef = ENTITY,
      ) => incidentOf({ id: incidentId, openedAt, resolvedAt, entityRef });
      await stored.commit(NOON, {
        newIncidents: [
          incident('open-for-long', 1),
          incident('just-ended', 2, NOON),
          incident('ended-before', 3, NOON - 1),
          incident('of-another', 4, undefined, LEDGER),
        ],
      });
      const opened = async (...refs: string[]) =>
        (await statistics.incidentFacts(refs, NOON))
          .map(({ openedAt }) => openedAt)
          .sort();
      expect(await opened(ENTITY)).toEqual([1, 2]);
      expect(await opened(LEDGER)).toEqual([4]);
      expect(await opened()).toEqual([]);
    });

    /** A field was drift from the minute on, for some minutes or still. */
    const drifted = async (
      path: string,
      from: number,
      lasted?: number,
      resolution = 'reverted',
      entityRef = ENTITY,
    ) => {
      const findingId = `${entityRef.slice(-6)} ${path}`;
      const at = NOON + from * MINUTE;
      await stored.commit(NOON, {
        startEpisodes: [{ findingId, at, entityRef, ref: REF, path }],
      });
      if (lasted !== undefined) {
        await stored.commit(NOON, {
          endEpisodes: [{ findingId, at: at + lasted * MINUTE, resolution }],
        });
      }
    };

    it('tells which fields came back, how they ended and how long they lived', async () => {
      await drifted('spec.replicas', 0, 5);
      await drifted('spec.replicas', 10, 15, 'adopted in Git');
      await drifted('spec.replicas', 30);
      await drifted('spec.paused', 0, 1);
      await drifted('spec.paused', 5, 3, 'ignored');
      await drifted('spec.once', 0, 1);
      const repeated = await statistics.repeatedFields([ENTITY], NOON, 10);
      expect(repeated).toMatchObject([
        {
          entityRef: ENTITY,
          ref: REF,
          path: 'spec.replicas',
          count: 3,
          adopted: 1,
          reverted: 1,
        },
        { path: 'spec.paused', count: 2, adopted: 0, reverted: 1 },
      ]);
      expect(repeated[0].lives.sort((a, b) => a - b)).toEqual([
        5 * MINUTE,
        15 * MINUTE,
      ]);
      expect(await statistics.repeatedFields([ENTITY], NOON, 1)).toHaveLength(
        1,
      );
    });

    it('counts what began in the span, of these entities', async () => {
      await drifted('spec.replicas', -1, 1);
      await drifted('spec.replicas', 0, 1);
      await drifted('spec.replicas', 5, 1, 'reverted', LEDGER);
      expect(await statistics.repeatedFields([ENTITY], NOON, 10)).toEqual([]);
      expect(
        await statistics.repeatedFields([ENTITY, LEDGER], NOON - MINUTE, 10),
      ).toMatchObject([{ entityRef: ENTITY, count: 2 }]);
      expect(await statistics.repeatedFields([], 0, 10)).toEqual([]);
    });
  },
);
