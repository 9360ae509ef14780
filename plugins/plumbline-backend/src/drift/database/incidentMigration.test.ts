import type { Knex } from 'knex';
import { migrationsFolder } from '../../database/migrate';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { incidentOf } from '../__testUtils__/findings';
import { NOON, storedTarget } from './__testUtils__/storedTarget';
import { DatabaseDriftStore } from './DatabaseDriftStore';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const directory = migrationsFolder;
const MIGRATION = /_incidents\.js$/;

describe.each(databases.eachSupportedId())(
  'the migration of incidents on %s',
  id => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(id);
    });

    /** Up to the migration before that of incidents. */
    const migrateUpToIt = async () => {
      const [, pending] = await knex.migrate.list({ directory });
      for (const { file } of pending) {
        if (MIGRATION.test(file)) {
          return;
        }
        await knex.migrate.up({ directory });
      }
    };
    const migrateDownBelowIt = async () => {
      for (;;) {
        const [, [undone]] = await knex.migrate.down({ directory });
        if (MIGRATION.test(undone)) {
          return;
        }
      }
    };

    it('keeps incidents of before: begun when first seen, of an unknown cause', async () => {
      await migrateUpToIt();
      await knex('drift_incidents').insert({
        id: 'before',
        number: 1,
        entity_ref: 'component:default/payments-api',
        target_id: 'target',
        cluster: 'prod-eu',
        ref: 'apps/v1/Deployment/payments/payments-api',
        title: 'It differs',
        state: 'open',
        severity: 'high',
        level: 'none',
        principals: '[]',
        people: '[]',
        finding_count: 1,
        event_ids: '[]',
        search_text: 'it differs',
        search_names: '',
        opened_at: NOON,
        updated_at: NOON,
        recommendation: '{"id":"monitor","text":"Wait"}',
      });
      await knex.migrate.latest({ directory });
      const store = new DatabaseDriftStore(knex);
      expect(await store.getIncident('before')).toEqual(
        incidentOf({
          id: 'before',
          title: 'It differs',
          severity: 'high',
        }),
      );
    });

    it('can be taken back and made again with incidents in place', async () => {
      await knex.migrate.latest({ directory });
      const { store, open } = await storedTarget(knex);
      await open({
        grouping: { key: 'same-object', text: 'Alone' },
        acknowledgement: { by: 'user:default/omar', at: NOON },
      });
      await migrateDownBelowIt();
      const [row] = await knex('drift_incidents');
      expect(row).toMatchObject({ id: 'incident', recommendation: null });
      expect(row).not.toHaveProperty('grouping');
      expect(await knex.schema.hasTable('drift_finding_values')).toBe(false);
      await knex.migrate.latest({ directory });
      expect(await store.getIncident('incident')).toEqual(incidentOf());
    });
  },
);
