import https from 'node:https';
import { ApiServerDouble } from './ApiServerDouble';
import { KubernetesObject } from './KubernetesObject';

const configMap = (name: string, namespace = 'shop'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace, labels: { app: name } },
  data: { a: '1' },
});

async function* watchEvents(
  response: Response,
): AsyncGenerator<{ type: string; object: KubernetesObject }> {
  let rest = '';
  for await (const chunk of response.body!.pipeThrough(
    new TextDecoderStream(),
  )) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      yield JSON.parse(line);
    }
  }
}

describe('ApiServerDouble', () => {
  let double: ApiServerDouble;

  afterEach(() => double.stop());

  it('lists in pages that belong together and answers 410 once they are compacted', async () => {
    double = await ApiServerDouble.start({
      objects: ['a', 'b', 'c'].map(name => configMap(name)),
    });
    const url = `${double.url}/api/v1/namespaces/shop/configmaps?limit=2`;
    const first = await (await fetch(url)).json();
    expect(first.kind).toBe('ConfigMapList');
    expect(first.items.map((i: KubernetesObject) => i.metadata.name)).toEqual([
      'a',
      'b',
    ]);
    expect(first.items[0]).not.toHaveProperty('kind');
    expect(first.metadata.remainingItemCount).toBe(1);

    double.put(configMap('d'));
    const next = `${url}&continue=${first.metadata.continue}`;
    const second = await (await fetch(next)).json();
    expect(second.items.map((i: KubernetesObject) => i.metadata.name)).toEqual([
      'c',
    ]);
    expect(second.metadata.resourceVersion).toBe(
      first.metadata.resourceVersion,
    );

    double.compact();
    expect((await fetch(next)).status).toBe(410);
  });

  it('selects by label and by name, and refuses what it does not know', async () => {
    double = await ApiServerDouble.start({
      objects: ['a', 'b'].map(name => configMap(name)),
    });
    const names = async (query: string) => {
      const list = await (
        await fetch(`${double.url}/api/v1/configmaps?${query}`)
      ).json();
      return list.items?.map((i: KubernetesObject) => i.metadata.name);
    };
    expect(await names('labelSelector=app%20in%20(b,c)')).toEqual(['b']);
    expect(await names('labelSelector=app!=b')).toEqual(['a']);
    expect(await names('fieldSelector=metadata.name%3Da')).toEqual(['a']);
    const refused = await fetch(
      `${double.url}/api/v1/configmaps?fieldSelector=spec.x%3D1`,
    );
    expect(refused.status).toBe(400);
  });

  it('watches: initial events, a marked bookmark, then changes', async () => {
    double = await ApiServerDouble.start({ objects: [configMap('a')] });
    const response = await fetch(
      `${double.url}/api/v1/namespaces/shop/configmaps?watch=true&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan`,
    );
    const events = watchEvents(response);
    const next = async () => (await events.next()).value!;
    expect(await next()).toMatchObject({ type: 'ADDED' });
    expect(await next()).toMatchObject({
      type: 'BOOKMARK',
      object: {
        metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
      },
    });
    double.put(configMap('a'));
    double.put(configMap('a', 'elsewhere'));
    double.remove(configMap('a'));
    expect(await next()).toMatchObject({ type: 'MODIFIED' });
    expect(await next()).toMatchObject({
      type: 'DELETED',
      object: { metadata: { namespace: 'shop' } },
    });
    double.endWatches('expired');
    expect(await next()).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
    expect((await events.next()).done).toBe(true);
    expect(double.openWatches).toBe(0);
  });

  it('resumes a watch after a resource version, and not from before a compaction', async () => {
    double = await ApiServerDouble.start({ objects: [configMap('a')] });
    const from = double.resourceVersion;
    const url = `${double.url}/api/v1/configmaps?watch=1&resourceVersion=${from}`;
    double.put(configMap('b'));
    const resumed = watchEvents(await fetch(url));
    expect((await resumed.next()).value).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'b' } },
    });
    double.compact();
    const tooOld = watchEvents(await fetch(url));
    expect((await tooOld.next()).value).toMatchObject({
      type: 'ERROR',
      object: { reason: 'Expired' },
    });
  });

  it('tells what it serves, in both forms of discovery', async () => {
    double = await ApiServerDouble.start();
    const aggregated = await (
      await fetch(`${double.url}/apis`, {
        headers: {
          accept:
            'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
        },
      })
    ).json();
    const apps = aggregated.items.find(
      (item: KubernetesObject) => item.metadata.name === 'apps',
    );
    expect(apps.versions[0].resources[0]).toMatchObject({
      resource: 'deployments',
      scope: 'Namespaced',
    });
    const plain = await (await fetch(`${double.url}/apis/apps/v1`)).json();
    expect(plain.resources[0]).toMatchObject({ kind: 'Deployment' });
    expect((await fetch(`${double.url}/apis/none/v1`)).status).toBe(404);
  });

  it('fails the way it is told, for the requests it is told, as often as it is told', async () => {
    double = await ApiServerDouble.start({ objects: [configMap('a')] });
    const url = `${double.url}/api/v1/namespaces/shop/configmaps/a`;
    const heal = double.inject({ behaviour: 'forbidden', plural: 'secrets' });
    expect((await fetch(url)).status).toBe(200);
    const secrets = await fetch(`${double.url}/api/v1/secrets`);
    expect(secrets.status).toBe(403);
    expect((await secrets.json()).message).toContain(
      'cannot list resource "secrets" in API group "" at the cluster scope',
    );
    heal();
    expect((await fetch(`${double.url}/api/v1/secrets`)).status).toBe(200);

    double.inject({ behaviour: 'server-error', times: 1 });
    expect((await fetch(url)).status).toBe(500);
    expect((await fetch(url)).status).toBe(200);

    double.inject({ behaviour: 'html' });
    expect((await fetch(url)).headers.get('content-type')).toMatch(/html/);
    double.heal();

    double.inject({ behaviour: 'reset-half-way' });
    await expect(fetch(url).then(r => r.text())).rejects.toThrow();
    double.heal();

    double.inject({ behaviour: 'never-answers' });
    await expect(
      fetch(url, { signal: AbortSignal.timeout(100) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('speaks TLS with a certificate its kubeconfig trusts, and wants its token', async () => {
    double = await ApiServerDouble.start({ tls: true, token: 'secret-word' });
    const status = (headers: Record<string, string>) =>
      new Promise((resolve, reject) =>
        https
          .get(
            `${double.url}/version`,
            { ca: double.ca, headers, agent: false },
            response => resolve(response.resume().statusCode),
          )
          .on('error', reject),
      );
    expect(await status({})).toBe(401);
    expect(await status({ authorization: 'Bearer secret-word' })).toBe(200);
    const config = JSON.parse(double.kubeconfig());
    expect(config.clusters[0].cluster.server).toBe(double.url);
    expect(config.users[0].user.token).toBe('secret-word');
  });
});
