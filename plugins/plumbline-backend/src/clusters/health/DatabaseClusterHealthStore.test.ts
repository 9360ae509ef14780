import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DatabaseClusterHealthStore } from './DatabaseClusterHealthStore';

const databases = createTestDatabases();

const down = {
  state: 'problem',
  problem: 'unreachable',
  message: 'connection refused',
} as const;

describe.each(databases.eachSupportedId())(
  'DatabaseClusterHealthStore on %s',
  id => {
    it('tells since when a cluster has been as it is', async () => {
      const knex = await databases.init(id);
      await migrate(knex);
      const store = new DatabaseClusterHealthStore(knex);

      await store.record('prod', { state: 'ok' }, 1000);
      await store.record('prod', { state: 'ok' }, 2000);
      await store.record('edge', down, 1500);
      await expect(store.list()).resolves.toEqual(
        expect.arrayContaining([
          { cluster: 'prod', state: 'ok', since: 1000, lastLookAt: 2000 },
          { cluster: 'edge', ...down, since: 1500, lastLookAt: 1500 },
        ]),
      );

      await store.record('prod', down, 3000);
      await store.record('prod', { ...down, message: 'timeout' }, 4000);
      await store.record('edge', { state: 'ok' }, 5000);
      await expect(store.list()).resolves.toEqual(
        expect.arrayContaining([
          {
            cluster: 'prod',
            ...down,
            message: 'timeout',
            since: 3000,
            lastLookAt: 4000,
          },
          { cluster: 'edge', state: 'ok', since: 5000, lastLookAt: 5000 },
        ]),
      );
    });
  },
);
