import {
  type BackendFeature,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  ClusterAccess,
  ClusterRegistry,
} from '@plumbline/backstage-plugin-plumbline-node';
import { ApiServerDouble } from '@plumbline/kube-testbed';
import { ClusterAccesses } from './ClusterAccesses';
import { ConfiguredClusterRegistry } from './ConfiguredClusterRegistry';
import { KubernetesPluginClusters } from './apiServer';
import type { ClusterHealth, ClusterHealthStore } from './health';

// The plugin imports an ES module while it runs, which Jest's own module loader cannot.
const kubernetes: BackendFeature = process
  .getBuiltinModule('node:module')
  .createRequire(__filename)('@backstage/plugin-kubernetes-backend').default;

const deployments = { group: 'apps', version: 'v1', plural: 'deployments' };

class MemoryHealthStore implements ClusterHealthStore {
  readonly healths = new Map<string, ClusterHealth>();

  async record(
    cluster: string,
    outcome: Parameters<ClusterHealthStore['record']>[1],
    time: number,
  ) {
    this.healths.set(cluster, {
      cluster,
      since: time,
      lastLookAt: time,
      ...outcome,
    });
  }

  async list() {
    return [...this.healths.values()];
  }
}

describe('clusters of a real kubernetes backend plugin', () => {
  const health = new MemoryHealthStore();
  let double: ApiServerDouble;
  let backend: TestBackend;
  let registry: ClusterRegistry;

  const cluster = (name: string, url: string, authProvider: string) => ({
    name,
    title: name.toLocaleUpperCase('en-US'),
    url,
    authProvider,
    skipTLSVerify: false,
    ...(authProvider === 'serviceAccount' && { serviceAccountToken: 'word' }),
    ...(authProvider === 'oidc' && { oidcTokenProvider: 'okta' }),
  });

  async function accessTo(name: string): Promise<ClusterAccess> {
    const known = await registry.get(name);
    if (!known?.access) {
      throw new Error(`${name} has no access`);
    }
    return known.access;
  }

  beforeAll(async () => {
    double = await ApiServerDouble.start({ token: 'word' });
    for (const name of ['web', 'cart']) {
      double.put({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name, namespace: 'shop' },
        spec: { replicas: 1, futureField: name },
      });
    }
    const gone = await ApiServerDouble.start();
    const goneUrl = gone.url;
    await gone.stop();

    const reader = createBackendPlugin({
      pluginId: 'plumbline',
      register(env) {
        env.registerInit({
          deps: {
            auth: coreServices.auth,
            discovery: coreServices.discovery,
            logger: coreServices.logger,
          },
          async init({ auth, discovery, logger }) {
            const pluginClusters = new KubernetesPluginClusters({
              auth,
              discovery,
            });
            registry = new ConfiguredClusterRegistry({
              clusters: undefined,
              added: [],
              accesses: new ClusterAccesses({
                auth,
                discovery,
                logger,
                health,
                pluginClusters,
              }),
              pluginClusters,
              logger,
            });
          },
        });
      },
    });
    backend = await startTestBackend({
      features: [
        kubernetes,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    cluster('prod', double.url, 'serviceAccount'),
                    cluster('users', double.url, 'oidc'),
                    cluster('gone', goneUrl, 'serviceAccount'),
                  ],
                },
              ],
            },
          },
        }),
        reader,
      ],
    });
  });

  afterEach(() => double.heal());

  afterAll(async () => {
    await backend.stop();
    await double.stop();
  });

  it('are known without any configuration of our own', async () => {
    const known = await registry.list();
    expect(
      known.map(({ name, title, claimableNamespaces }) => ({
        name,
        title,
        claimableNamespaces,
      })),
    ).toEqual([
      { name: 'prod', title: 'PROD', claimableNamespaces: [] },
      { name: 'users', title: 'USERS', claimableNamespaces: [] },
      { name: 'gone', title: 'GONE', claimableNamespaces: [] },
    ]);
  });

  it('are read with the identity that the plugin has', async () => {
    const access = await accessTo('prod');
    const discovered = await access.discover();
    expect(discovered).toContainEqual(expect.objectContaining(deployments));
    const { items } = await access.list(deployments);
    expect(items).toMatchObject([
      { kind: 'Deployment', spec: { futureField: 'cart' } },
      { kind: 'Deployment', spec: { futureField: 'web' } },
    ]);
    const query = { ...deployments, namespace: 'shop' };
    await expect(access.get({ ...query, name: 'web' })).resolves.toMatchObject({
      metadata: { name: 'web' },
    });
    await expect(access.get({ ...query, name: 'x' })).resolves.toBeUndefined();
    expect(double.requests.at(-1)?.authorization).toBe('Bearer word');
    expect(health.healths.get('prod')).toMatchObject({ state: 'ok' });
  });

  it('are watched as things happen', async () => {
    const access = await accessTo('prod');
    const stop = new AbortController();
    const seen = new Promise<string>(resolve => {
      access.watch?.(
        { ...deployments, resourceVersion: double.resourceVersion },
        ({ type, object }) => resolve(`${type} ${object.metadata.name}`),
        { signal: stop.signal },
      );
    });
    while (double.openWatches === 0) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    double.put({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'new', namespace: 'shop' },
    });
    await expect(seen).resolves.toBe('ADDED new');
    stop.abort();
  });

  it('pass on what the API server refuses', async () => {
    const access = await accessTo('prod');
    double.inject({ behaviour: 'forbidden', plural: 'deployments' });
    await expect(access.list(deployments)).rejects.toMatchObject({
      problem: 'forbidden',
      message: expect.stringContaining('cannot list resource "deployments"'),
    });
    expect(health.healths.get('prod')).toMatchObject({ state: 'ok' });
  });

  it('say that a user has to sign in where one has to', async () => {
    const access = await accessTo('users');
    await expect(access.discover()).rejects.toMatchObject({
      problem: 'unauthenticated',
      message: expect.stringContaining("auth provider 'oidc'"),
    });
    expect(health.healths.get('users')).toMatchObject({
      state: 'problem',
      problem: 'unauthenticated',
    });
  });

  it('say when nobody answers', async () => {
    const access = await accessTo('gone');
    await expect(access.list(deployments)).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(health.healths.get('gone')).toMatchObject({ state: 'problem' });
  });
});

describe('without the kubernetes plugin', () => {
  it('there are no clusters, and a configured one says why', async () => {
    const auth = mockServices.auth();
    const backend = await startTestBackend({
      features: [
        createServiceFactory({
          service: coreServices.auth,
          deps: {},
          factory: () => auth,
        }),
      ],
    });
    const { port } = backend.server.address() as { port: number };
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
    });
    const logger = mockServices.logger.mock();
    const pluginClusters = new KubernetesPluginClusters({ auth, discovery });
    const accesses = new ClusterAccesses({
      auth,
      discovery,
      logger,
      health: new MemoryHealthStore(),
      pluginClusters,
    });
    const options = { added: [], accesses, pluginClusters, logger };
    const none = new ConfiguredClusterRegistry({
      ...options,
      clusters: undefined,
    });
    await expect(none.list()).resolves.toEqual([]);

    const one = new ConfiguredClusterRegistry({
      ...options,
      clusters: [
        {
          name: 'prod',
          access: { kind: 'kubernetes' },
          claimableNamespaces: ['*'],
        },
        { name: 'quiet', access: { kind: 'none' }, claimableNamespaces: [] },
      ],
    });
    const known = await one.list();
    expect(known.map(({ name, access }) => [name, access?.kind])).toEqual([
      ['prod', 'kubernetes'],
      ['quiet', undefined],
    ]);
    await expect(known[0].access?.discover()).rejects.toMatchObject({
      problem: 'unreachable',
    });
    await backend.stop();
  });
});
