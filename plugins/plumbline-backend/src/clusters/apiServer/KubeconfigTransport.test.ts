import { ApiServerDouble } from '@plumbline/kube-testbed';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiServerClusterAccess } from './ApiServerClusterAccess';
import { KubeconfigTransport } from './KubeconfigTransport';

const deployments = { group: 'apps', version: 'v1', plural: 'deployments' };

describe('KubeconfigTransport', () => {
  let folder: string;
  let double: ApiServerDouble;

  async function accessTo(
    kubeconfig: string,
    options: { context?: string } = {},
  ) {
    const path = join(folder, `${Math.random()}.kubeconfig`);
    await writeFile(path, kubeconfig);
    return new ApiServerClusterAccess({
      cluster: 'prod',
      kind: 'kubeconfig',
      transport: new KubeconfigTransport({
        cluster: 'prod',
        source: { kind: 'file', path, context: options.context },
      }),
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clusters-'));
    double = await ApiServerDouble.start({ tls: true, token: 'word' });
  });

  afterAll(async () => {
    await double.stop();
    await rm(folder, { recursive: true });
  });

  it('names what is wrong with the credentials', async () => {
    const wrong = await accessTo(double.kubeconfig().replace('word', 'other'));
    await expect(wrong.discover()).rejects.toMatchObject({
      problem: 'unauthenticated',
    });
    const broken = await accessTo('clusters: [');
    await expect(broken.discover()).rejects.toMatchObject({
      problem: 'unauthenticated',
      message: expect.stringMatching(/kubeconfig .* cannot be read/),
    });
    const elsewhere = await accessTo(double.kubeconfig(), {
      context: 'nowhere',
    });
    await expect(elsewhere.discover()).rejects.toMatchObject({
      message: expect.stringContaining("has no context 'nowhere'"),
    });
  });

  it('checks the certificate', async () => {
    const stranger = await ApiServerDouble.start({ tls: true });
    const kubeconfig = double.kubeconfig().replace(double.url, stranger.url);
    const other = await accessTo(kubeconfig);
    await expect(other.discover()).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('certificate'),
    });
    await stranger.stop();
  });

  it('says when nobody listens', async () => {
    const gone = await ApiServerDouble.start({ tls: true });
    const other = await accessTo(gone.kubeconfig());
    await gone.stop();
    await expect(other.discover()).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('follows no redirect', async () => {
    const hits: string[] = [];
    const server = http.createServer((request, response) => {
      hits.push(request.url ?? '');
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const other = await accessTo(
      JSON.stringify({
        'current-context': 'c',
        contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
        clusters: [
          {
            name: 'c',
            cluster: {
              server: `http://127.0.0.1:${port}`,
              'insecure-skip-tls-verify': true,
            },
          },
        ],
        users: [{ name: 'u', user: {} }],
      }),
    );
    await expect(other.list(deployments)).rejects.toMatchObject({
      problem: 'invalid-answer',
      message: expect.stringContaining('redirect (302)'),
    });
    expect(hits).toHaveLength(1);
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
});
