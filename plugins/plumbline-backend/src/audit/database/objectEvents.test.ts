import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { AuditEvent } from '@plumbline/kube-audit';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  acceptSamples,
  sampleAuditEvent,
  sampleRead,
} from '../__testUtils__/sampleAuditEvents';
import { DatabaseAuditStore } from './DatabaseAuditStore';

const databases = createTestDatabases();

const at = (seconds: number): AuditEvent => {
  const time = new Date(Date.UTC(2026, 10, 20, 10) + seconds * 1000);
  const stamp = time.toISOString().replace('Z', '000Z');
  return { requestReceivedTimestamp: stamp, stageTimestamp: stamp };
};

describe.each(databases.eachSupportedId())('events of an object on %s', id => {
  async function create(databaseId: TestDatabaseId = id) {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    return { store: new DatabaseAuditStore(knex) };
  }

  it('finds the writes that may have changed an object', async () => {
    const { store } = await create();
    const cart = {
      resource: 'deployments',
      namespace: 'shop',
      name: 'cart',
      apiGroup: 'apps',
      apiVersion: 'v1',
    };
    const events = [
      sampleAuditEvent({ ...at(1), objectRef: cart }),
      sampleAuditEvent(at(2)),
      sampleAuditEvent({
        ...at(3),
        objectRef: { ...cart, subresource: 'status' },
      }),
      sampleAuditEvent({
        ...at(4),
        objectRef: cart,
        responseStatus: { code: 403 },
      }),
      sampleAuditEvent({ ...at(5), objectRef: { ...cart, name: 'other' } }),
      sampleAuditEvent({
        ...at(6),
        objectRef: cart,
        requestURI: '/apis/apps/v1/namespaces/shop/deployments/cart?dryRun=All',
      }),
      sampleAuditEvent({
        ...at(7),
        verb: 'deletecollection',
        objectRef: { ...cart, name: undefined },
      }),
      sampleRead({ ...at(8), objectRef: cart }),
      sampleAuditEvent({
        ...at(9),
        verb: 'create',
        objectRef: { ...cart, name: undefined },
        responseObject: { kind: 'Deployment', metadata: { name: 'cart' } },
      }),
    ];
    await store.record('prod', await acceptSamples('prod', events), [], []);
    const find = async (query: object) =>
      (
        await store.objectEvents({
          cluster: 'prod',
          apiGroup: 'apps',
          resource: 'deployments',
          namespace: 'shop',
          name: 'cart',
          limit: 10,
          ...query,
        })
      ).map(
        ({ event }) =>
          event.timeMicros / 1e6 - Date.UTC(2026, 10, 20, 10) / 1e3,
      );
    expect(await find({})).toEqual([1, 2, 7, 9]);
    expect(await find({ limit: 2 })).toEqual([7, 9]);
    expect(
      await find({
        after: Date.UTC(2026, 10, 20, 10, 0, 1) * 1000,
        until: Date.UTC(2026, 10, 20, 10, 0, 7) * 1000,
      }),
    ).toEqual([2, 7]);
    expect(await find({ cluster: 'staging' })).toEqual([]);
  });
});
