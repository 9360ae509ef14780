import { ClusterAccessError } from '@plumbline/backstage-plugin-plumbline-node';
import { ApiServerDouble } from '@plumbline/kube-testbed';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServerClusterAccess } from './ApiServerClusterAccess';
import { KubeconfigTransport } from './KubeconfigTransport';

const deployments = { group: 'apps', version: 'v1', plural: 'deployments' };
const configMaps = { group: '', version: 'v1', plural: 'configmaps' };

const deployment = (name: string, namespace = 'shop') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace, labels: { app: name } },
  spec: { replicas: 2, futureField: { kept: true } },
});

describe('ApiServerClusterAccess with a kubeconfig', () => {
  let folder: string;
  let double: ApiServerDouble;
  let access: ApiServerClusterAccess;

  async function accessTo(
    kubeconfig: string,
    options: { timeout?: number } = {},
  ) {
    const path = join(folder, `${Math.random()}.kubeconfig`);
    await writeFile(path, kubeconfig);
    return new ApiServerClusterAccess({
      cluster: 'prod',
      kind: 'kubeconfig',
      timeout: options.timeout,
      transport: new KubeconfigTransport({
        cluster: 'prod',
        source: { kind: 'file', path },
      }),
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clusters-'));
    double = await ApiServerDouble.start({ tls: true, token: 'word' });
    access = await accessTo(double.kubeconfig());
    double.put(deployment('web'));
    double.put(deployment('cart', 'other'));
  });

  afterEach(() => double.heal());

  afterAll(async () => {
    await double.stop();
    await rm(folder, { recursive: true });
  });

  it('asks for the version', async () => {
    expect(await access.version()).toMatch(/^v1\.\d+\.\d+/);
  });

  it('discovers all kinds, aggregated', async () => {
    const resources = await access.discover();
    expect(resources).toContainEqual(
      expect.objectContaining({
        ...deployments,
        kind: 'Deployment',
        namespaced: true,
        verbs: expect.arrayContaining(['get', 'list']),
      }),
    );
    expect(resources).toContainEqual(
      expect.objectContaining({ plural: 'namespaces', namespaced: false }),
    );
  });

  it('gets an object as the server has it, and nothing where there is nothing', async () => {
    const query = { ...deployments, namespace: 'shop' };
    await expect(access.get({ ...query, name: 'web' })).resolves.toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { futureField: { kept: true } },
    });
    await expect(
      access.get({ ...query, name: 'gone' }),
    ).resolves.toBeUndefined();
  });

  it('asks for no other path than that of the object', async () => {
    for (const name of ['../web', '..', 'a/b', 'a?b#c', 'a\0b']) {
      await expect(
        access.get({ ...deployments, namespace: 'shop', name }),
      ).resolves.toBeUndefined();
    }
    await expect(
      access.get({ ...deployments, version: '../v1', name: 'web' }),
    ).rejects.toMatchObject({ problem: 'unknown-kind' });
    expect(double.requests.map(({ url }) => url)).not.toContainEqual(
      expect.stringMatching(/\.\.|%2e/i),
    );
  });

  it('lists with types, by namespace and by label', async () => {
    const all = await access.list(deployments);
    expect(all.items.map(({ kind, apiVersion }) => [apiVersion, kind])).toEqual(
      [
        ['apps/v1', 'Deployment'],
        ['apps/v1', 'Deployment'],
      ],
    );
    expect(all.resourceVersion).toBe(double.resourceVersion);
    const some = await access.list({ ...deployments, namespace: 'shop' });
    expect(some.items.map(({ metadata }) => metadata.name)).toEqual(['web']);
    const labelled = await access.list({
      ...deployments,
      labelSelector: 'app in (cart)',
    });
    expect(labelled.items.map(({ metadata }) => metadata.name)).toEqual([
      'cart',
    ]);
  });

  it('lists metadata only, whatever the server sends', async () => {
    const { items } = await access.list({ ...deployments, metadataOnly: true });
    expect(items.map(item => Object.keys(item).sort())).toEqual([
      ['apiVersion', 'kind', 'metadata'],
      ['apiVersion', 'kind', 'metadata'],
    ]);
  });

  describe('with many objects', () => {
    beforeAll(() => {
      for (let index = 0; index < 1_100; index += 1) {
        double.put({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: `c${index}`, namespace: 'many' },
        });
      }
    });

    it('reads all pages', async () => {
      const { items } = await access.list(configMaps);
      expect(items).toHaveLength(1_100);
    });

    it('starts over once when the pages expire', async () => {
      double.inject({ behaviour: 'gone', plural: 'configmaps', times: 1 });
      const { items } = await access.list(configMaps);
      expect(items).toHaveLength(1_100);
    });

    it('gives nothing at all rather than a part', async () => {
      double.inject({ behaviour: 'gone', plural: 'configmaps' });
      await expect(access.list(configMaps)).rejects.toMatchObject({
        name: 'ClusterAccessError',
        problem: 'invalid-answer',
      });
    });
  });

  it.each([
    ['forbidden', 'forbidden', /cannot list resource "deployments"/],
    ['unauthorized', 'unauthenticated', /does not accept the credentials/],
    ['server-error', 'invalid-answer', /etcdserver: request timed out/],
    ['html', 'invalid-answer', /HTML page/],
    [
      'reset-half-way',
      'invalid-answer',
      /broke before the answer was complete/,
    ],
  ] as const)('says %s in words', async (behaviour, problem, message) => {
    double.inject({ behaviour, plural: 'deployments' });
    const look = access.list(deployments);
    await expect(look).rejects.toBeInstanceOf(ClusterAccessError);
    await expect(look).rejects.toMatchObject({
      cluster: 'prod',
      problem,
      message: expect.stringMatching(message),
    });
  });

  it('leaves other kinds alone when one is forbidden', async () => {
    double.inject({ behaviour: 'forbidden', plural: 'deployments' });
    await expect(
      access.list({ ...configMaps, namespace: 'none' }),
    ).resolves.toMatchObject({ items: [] });
  });

  it.each(['server-error', 'reset-half-way'] as const)(
    'asks again after one %s',
    async behaviour => {
      double.inject({ behaviour, plural: 'deployments', times: 1 });
      await expect(access.list(deployments)).resolves.toMatchObject({
        items: [{}, {}],
      });
    },
  );

  it('waits as long as the server asks', async () => {
    double.inject({
      behaviour: 'too-many-requests',
      plural: 'deployments',
      times: 1,
    });
    const start = performance.now();
    await access.list(deployments);
    expect(performance.now() - start).toBeGreaterThan(900);
  });

  it('gives up on a server that never answers', async () => {
    const hasty = await accessTo(double.kubeconfig(), { timeout: 200 });
    double.inject({ behaviour: 'never-answers', plural: 'deployments' });
    await expect(hasty.list(deployments)).rejects.toMatchObject({
      problem: 'unreachable',
      message: 'no answer within 0.2 s',
    });
  });

  it('stops when its caller does', async () => {
    double.inject({ behaviour: 'never-answers', plural: 'deployments' });
    await expect(
      access.list(deployments, { signal: AbortSignal.timeout(50) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('tells a kind that is not served from an object that is not there', async () => {
    const query = { group: 'nope.io', version: 'v1', plural: 'things' };
    await expect(access.list(query)).rejects.toMatchObject({
      problem: 'unknown-kind',
    });
    await expect(access.get({ ...query, name: 'a' })).rejects.toMatchObject({
      problem: 'unknown-kind',
    });
  });

  it('follows changes until told to stop', async () => {
    const { resourceVersion } = await access.list(deployments);
    const stop = new AbortController();
    const seen: string[] = [];
    const watching = access.watch(
      { ...deployments, namespace: 'shop', resourceVersion },
      event => {
        seen.push(`${event.type} ${event.object.metadata.name}`);
        if (seen.length === 2) stop.abort();
      },
      { signal: stop.signal },
    );
    while (double.openWatches === 0) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    double.put(deployment('new'));
    double.remove(deployment('new'));
    await watching;
    expect(seen).toEqual(['ADDED new', 'DELETED new']);
  });

  it('says when a watch is too old', async () => {
    double.inject({ behaviour: 'gone', verb: 'watch' });
    await expect(
      access.watch({ ...deployments, resourceVersion: '1' }, () => {}, {
        signal: new AbortController().signal,
      }),
    ).rejects.toMatchObject({ problem: 'invalid-answer' });
  });
});
