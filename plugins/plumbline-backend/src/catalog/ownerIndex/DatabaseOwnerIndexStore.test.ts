import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DatabaseOwnerIndexStore } from './DatabaseOwnerIndexStore';
import type { IndexedObject } from './IndexedObject';

const databases = createTestDatabases();
const HOUR = 3_600_000;

const pod = (
  name: string,
  rest: Partial<IndexedObject> = {},
): IndexedObject => ({
  cluster: 'prod',
  apiGroup: '',
  resource: 'pods',
  kind: 'Pod',
  namespace: 'shop',
  name,
  uid: `uid-${name}`,
  labels: { app: 'web' },
  annotations: {},
  owners: [
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      name: 'web-5c4f',
      uid: 'rs',
      controller: true,
    },
  ],
  ...rest,
});

describe.each(databases.eachSupportedId())(
  'DatabaseOwnerIndexStore on %s',
  id => {
    async function create() {
      const knex = await databases.init(id);
      await migrate(knex);
      return { knex, store: new DatabaseOwnerIndexStore(knex) };
    }

    it('gives back what it was given, by name, uid and kind', async () => {
      const { store } = await create();
      const namespace = pod('shop', {
        resource: 'namespaces',
        kind: 'Namespace',
        namespace: undefined,
        owners: [],
      });
      await store.put([pod('a'), namespace], 1000);

      await expect(store.get([pod('a'), pod('b')])).resolves.toEqual([
        pod('a'),
      ]);
      const [found] = await store.get([namespace]);
      expect(found).not.toHaveProperty('namespace');
      await expect(
        store.getByUid([
          { cluster: 'prod', uid: 'uid-a' },
          { cluster: 'other', uid: 'uid-a' },
        ]),
      ).resolves.toEqual([pod('a')]);
      await expect(
        store.getByKind([
          { ...pod('a') },
          { cluster: 'prod', apiGroup: '', kind: 'Namespace', name: 'shop' },
        ]),
      ).resolves.toHaveLength(2);
    });

    it('writes only news', async () => {
      const { store } = await create();
      await expect(store.put([pod('a'), pod('b')], 1000)).resolves.toBe(2);
      await expect(store.put([pod('a'), pod('b')], 2000)).resolves.toBe(0);
      const relabelled = pod('a', { labels: { app: 'other' } });
      await expect(store.put([relabelled, pod('b')], 3000)).resolves.toBe(1);
      const reborn = pod('b', { uid: 'second' });
      await expect(store.put([reborn], 4000)).resolves.toBe(1);
      await expect(store.get([pod('a'), pod('b')])).resolves.toEqual(
        expect.arrayContaining([relabelled, reborn]),
      );
      await expect(store.put([reborn], 4000 + 7 * HOUR)).resolves.toBe(1);
    });

    it('takes a label map in any order for the same', async () => {
      const { store } = await create();
      await store.put([pod('a', { labels: { x: '1', y: '2' } })], 1);
      await expect(
        store.put([pod('a', { labels: { y: '2', x: '1' } })], 2),
      ).resolves.toBe(0);
    });

    it('remembers the dead for as long as it is told', async () => {
      const { store } = await create();
      await store.put([pod('old')], 1000);
      await store.put([pod('new')], 9000);
      await expect(store.removeBefore(5000)).resolves.toBe(1);
      await expect(store.get([pod('old'), pod('new')])).resolves.toEqual([
        pod('new'),
      ]);
    });

    it('holds more than one statement can', async () => {
      const { store } = await create();
      const many = Array.from({ length: 2_300 }, (_, i) => pod(`p${i}`));
      await expect(store.put(many, 1000)).resolves.toBe(2_300);
      await expect(store.get(many)).resolves.toHaveLength(2_300);
      await expect(store.removeBefore(2000)).resolves.toBe(2_300);
    });

    it('passes over names that nothing can have', async () => {
      const { store } = await create();
      const hostile = ['a\0b', '\ud800', 'x'.repeat(5000)];
      await expect(store.get(hostile.map(name => pod(name)))).resolves.toEqual(
        [],
      );
      await expect(
        store.getByUid(hostile.map(uid => ({ cluster: 'prod', uid }))),
      ).resolves.toEqual([]);
      await expect(
        store.put(
          hostile.map(name => pod(name)),
          1,
        ),
      ).resolves.toBe(0);
    });

    it('keeps nothing of a transaction that is rolled back', async () => {
      const { knex, store } = await create();
      const transaction = await knex.transaction();
      await store.put([pod('a')], 1, transaction);
      await transaction.rollback();
      await expect(store.get([pod('a')])).resolves.toEqual([]);
    });
  },
);
