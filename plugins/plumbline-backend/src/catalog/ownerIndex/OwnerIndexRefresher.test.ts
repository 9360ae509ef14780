import { mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterAccess,
  KnownCluster,
} from '@plumbline/backstage-plugin-plumbline-node';
import { ApiServerDouble } from '@plumbline/kube-testbed';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServerClusterAccess } from '../../clusters/apiServer/ApiServerClusterAccess';
import { KubeconfigTransport } from '../../clusters/apiServer/KubeconfigTransport';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DatabaseOwnerIndexStore } from './DatabaseOwnerIndexStore';
import { OwnerIndexRefresher } from './OwnerIndexRefresher';

const databases = createTestDatabases();

const key = (resource: string, name: string, apiGroup = '') => ({
  cluster: 'prod',
  apiGroup,
  resource,
  namespace: 'shop',
  name,
});

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  metadata: object = {},
) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop', ...metadata },
});

describe('OwnerIndexRefresher', () => {
  let folder: string;
  let double: ApiServerDouble;
  let access: ClusterAccess;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'owner-index-'));
    double = await ApiServerDouble.start({ tls: true });
    const path = join(folder, 'kubeconfig');
    await writeFile(path, double.kubeconfig());
    access = new ApiServerClusterAccess({
      cluster: 'prod',
      kind: 'kubeconfig',
      transport: new KubeconfigTransport({
        cluster: 'prod',
        source: { kind: 'file', path },
      }),
    });
  });

  afterEach(async () => {
    await double.stop();
    await rm(folder, { recursive: true });
  });

  async function create(others: KnownCluster[] = []) {
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    const store = new DatabaseOwnerIndexStore(knex);
    const clusters: KnownCluster[] = [
      ...others,
      { name: 'prod', access, claimableNamespaces: [] },
    ];
    const refresher = new OwnerIndexRefresher({
      clusters: { list: async () => clusters, get: async () => undefined },
      store,
      logger: mockServices.logger.mock(),
      retention: 3_600_000,
    });
    return { knex, store, refresher };
  }

  it('learns labels and owners, and nothing of what is in a Secret', async () => {
    double.put(
      object('apps/v1', 'Deployment', 'web', {
        labels: { app: 'web' },
        annotations: {
          'argocd.argoproj.io/tracking-id': 'web:apps/Deployment:shop/web',
          other: 'left out',
        },
      }),
    );
    double.put(
      object('v1', 'Pod', 'web-1', {
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: 'web-5c4f',
            uid: 'u',
            controller: true,
          },
        ],
      }),
    );
    double.put({
      ...object('v1', 'Secret', 'password'),
      data: { password: 'Y2FuYXJ5LXZhbHVl' },
    });
    const { knex, store, refresher } = await create();
    await refresher.refresh();

    const found = await store.get([
      key('deployments', 'web', 'apps'),
      key('pods', 'web-1'),
      key('secrets', 'password'),
    ]);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'web',
        kind: 'Deployment',
        labels: { app: 'web' },
        annotations: {
          'argocd.argoproj.io/tracking-id': 'web:apps/Deployment:shop/web',
        },
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'web-1',
        owners: [expect.objectContaining({ name: 'web-5c4f', uid: 'u' })],
      }),
    );
    const rows = JSON.stringify(await knex('owner_index'));
    expect(rows).not.toContain('Y2FuYXJ5');
    expect(rows).not.toContain('left out');
  });

  it('remembers what is gone for as long as its events are kept', async () => {
    const pod = object('v1', 'Pod', 'short-lived');
    double.put(pod);
    const { knex, store, refresher } = await create();
    await refresher.refresh();
    double.remove(pod);
    await refresher.refresh();
    await expect(store.get([key('pods', 'short-lived')])).resolves.toHaveLength(
      1,
    );
    await knex('owner_index')
      .where({ name: 'short-lived' })
      .update({ seen_at: Date.now() - 7_200_000 });
    await refresher.refresh();
    await expect(store.get([key('pods', 'short-lived')])).resolves.toEqual([]);
  });

  it('loses neither the other kinds nor the other clusters to one that fails', async () => {
    double.put(object('apps/v1', 'Deployment', 'web'));
    double.inject({ behaviour: 'forbidden', plural: 'secrets' });
    double.inject({ behaviour: 'html', plural: 'configmaps' });
    const gone = await ApiServerDouble.start({ tls: true });
    const path = join(folder, 'gone');
    await writeFile(path, gone.kubeconfig());
    await gone.stop();
    const { store, refresher } = await create([
      { name: 'unreadable', claimableNamespaces: [] },
      {
        name: 'gone',
        claimableNamespaces: [],
        access: new ApiServerClusterAccess({
          cluster: 'gone',
          kind: 'kubeconfig',
          transport: new KubeconfigTransport({
            cluster: 'gone',
            source: { kind: 'file', path },
          }),
        }),
      },
    ]);
    await refresher.refresh();
    await expect(
      store.get([key('deployments', 'web', 'apps')]),
    ).resolves.toHaveLength(1);
  });

  it('stops when it is told to', async () => {
    const { refresher } = await create();
    await expect(
      refresher.refresh(AbortSignal.abort(new Error('shutdown'))),
    ).rejects.toThrow('shutdown');
  });

  it('does not list what changes all the time', async () => {
    const { refresher } = await create();
    await refresher.refresh();
    const listed = double.requests.map(({ url }) => url.split('?')[0]);
    expect(listed).toContain('/apis/apps/v1/deployments');
    expect(listed).toContain('/api/v1/namespaces');
    expect(listed).not.toContain('/api/v1/events');
    expect(listed).not.toContain('/apis/coordination.k8s.io/v1/leases');
    expect(listed).not.toContain('/api/v1/nodes');
  });
});
