import { normalizeEvent } from '@plumbline/kube-audit';
import { migrate } from '../database';
import { DatabaseOwnerIndexStore } from '../catalog';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { OwnerIndexLearner } from './OwnerIndexLearner';
import type { StoredAuditEvent } from './StoredAuditEvent';

const databases = createTestDatabases();

const pod = (name: string, metadata: object = {}) => ({
  kind: 'Pod',
  apiVersion: 'v1',
  metadata: {
    name,
    namespace: 'shop',
    uid: `uid-${name}`,
    labels: { app: 'web' },
    ...metadata,
  },
  spec: { containers: [] },
});

function stored(change: Record<string, unknown> = {}): StoredAuditEvent {
  const event = normalizeEvent({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'RequestResponse',
    auditID: 'a',
    stage: 'ResponseComplete',
    requestURI: '/api/v1/namespaces/shop/pods',
    verb: 'create',
    user: { username: 'jane@example.com' },
    objectRef: { resource: 'pods', namespace: 'shop', apiVersion: 'v1' },
    responseStatus: { code: 201 },
    responseObject: pod('fresh'),
    requestReceivedTimestamp: '2026-01-01T00:00:00.000000Z',
    stageTimestamp: '2026-01-01T00:00:00.100000Z',
    ...change,
  });
  return {
    id: 'i',
    cluster: 'prod',
    key: 'k',
    requestKey: 'r',
    event,
    actor: { name: 'jane@example.com', class: 'human' },
    sentence: '',
    command: undefined,
    rules: [],
    resolution: { candidates: [], step: 'none', reason: '' },
    routine: false,
    raw: '{}',
    sequence: 1,
    receivedAt: 0,
  };
}

describe.each(databases.eachSupportedId())('OwnerIndexLearner on %s', id => {
  async function learn(events: StoredAuditEvent[]) {
    const knex = await databases.init(id);
    await migrate(knex);
    const store = new DatabaseOwnerIndexStore(knex);
    await knex.transaction(transaction =>
      new OwnerIndexLearner(store).inTransaction(transaction, events),
    );
    const key = { cluster: 'prod', apiGroup: '', resource: 'pods' };
    return store.get(
      ['fresh', 'other'].map(name => ({ ...key, namespace: 'shop', name })),
    );
  }

  it('knows a pod as soon as it is created, by the name that the server gave it', async () => {
    await expect(learn([stored()])).resolves.toEqual([
      {
        cluster: 'prod',
        apiGroup: '',
        resource: 'pods',
        kind: 'Pod',
        namespace: 'shop',
        name: 'fresh',
        uid: 'uid-fresh',
        labels: { app: 'web' },
        annotations: {},
        owners: [],
      },
    ]);
  });

  it('lets the later of two writes stand, whichever arrives first', async () => {
    const later = stored({
      verb: 'update',
      responseObject: pod('fresh', { labels: { app: 'later' } }),
      requestReceivedTimestamp: '2026-01-01T00:01:00.000000Z',
      stageTimestamp: '2026-01-01T00:01:00.100000Z',
    });
    await expect(learn([later, stored()])).resolves.toMatchObject([
      { labels: { app: 'later' } },
    ]);
  });

  it.each([
    ['a refusal', { responseStatus: { code: 403 } }],
    ['a dry run', { requestURI: '/api/v1/namespaces/shop/pods?dryRun=All' }],
    ['a read', { verb: 'get' }],
    [
      'a subresource',
      {
        objectRef: { resource: 'pods', subresource: 'status', name: 'fresh' },
      },
    ],
    ['a Status', { responseObject: { kind: 'Status', metadata: {} } }],
    ['no body', { responseObject: undefined }],
    [
      'an object without a uid',
      { responseObject: { kind: 'Pod', metadata: { name: 'fresh' } } },
    ],
  ])('learns nothing from %s', async (_case, change) => {
    await expect(learn([stored(change)])).resolves.toEqual([]);
  });
});
