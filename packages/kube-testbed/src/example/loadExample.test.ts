import http from 'node:http';
import https from 'node:https';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PortalApi } from '../portal/PortalApi';
import { issueLoopbackCertificate } from '../tls/issueCertificate';
import { ExampleFolder } from './ExampleFolder';
import { loadExample } from './loadExample';

const portOf = (server: http.Server | https.Server) =>
  (server.address() as AddressInfo).port;

const listen = (server: http.Server | https.Server) =>
  new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });

/** A portal whose catalog learns of its components while it is asked. */
function portalServer(calls: string[]): http.Server {
  let asked = 0;
  return http.createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    const known = asked < 2 ? [] : ['web', 'notifier'];
    if (request.url?.includes('coverage')) {
      asked += 1;
    }
    response.end(
      JSON.stringify(
        request.url?.startsWith('/api/auth')
          ? { backstageIdentity: { token: 'guest' } }
          : {
              items: known.map(name => ({
                entityRef: `component:default/${name}`,
                steps: [
                  {
                    id: 'annotation',
                    result: name === 'web' ? 'ok' : 'failed',
                  },
                ],
              })),
            },
      ),
    );
  });
}

describe('loadExample', () => {
  let folder: string;
  let ingest: https.Server;
  let portal: http.Server;
  const calls: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'load-'));
    const certificate = await issueLoopbackCertificate();
    const example = new ExampleFolder(folder);
    await mkdir(path.join(folder, 'tls'));
    await mkdir(path.join(folder, 'tokens'));
    await mkdir(example.auditFolder('prod'), { recursive: true });
    await writeFile(example.tlsFile('ca.crt'), certificate.ca);
    await writeFile(example.tokenFile('prod'), 'word');
    await writeFile(path.join(folder, 'database'), '');
    const event = (auditID: string) =>
      `{"kind":"Event","auditID":"${auditID}","stage":"ResponseComplete","verb":"get","user":{},"stageTimestamp":"2026-01-01T00:00:00Z"}\n`;
    await writeFile(
      path.join(example.auditFolder('prod'), '02.ndjson'),
      event('c'),
    );
    await writeFile(
      path.join(example.auditFolder('prod'), '01.ndjson'),
      event('a') + event('b'),
    );
    await writeFile(
      example.settingsFile,
      JSON.stringify({
        inputs: 'hash',
        preparedAt: '2026-01-02T00:00:00.000Z',
        clusters: ['prod'],
      }),
    );
    ingest = https.createServer(certificate, (request, response) => {
      let body = '';
      request.on('data', part => (body += part));
      request.on('end', () => {
        const ids = JSON.parse(body).items.map(
          ({ auditID }: { auditID: string }) => auditID,
        );
        calls.push(`ingest ${ids} ${request.headers.authorization}`);
        response.end(
          JSON.stringify({
            stored: ids.length,
            duplicates: 0,
            quarantined: 0,
          }),
        );
      });
    });
    portal = portalServer(calls);
    await Promise.all([listen(ingest), listen(portal)]);
  });

  afterAll(async () => {
    for (const server of [ingest, portal]) {
      server.closeAllConnections();
      server.close();
    }
    await rm(folder, { recursive: true, force: true });
  });

  const load = () =>
    loadExample({
      example: new ExampleFolder(folder),
      url: `https://127.0.0.1:${portOf(ingest)}`,
      portal: new PortalApi(`http://127.0.0.1:${portOf(portal)}`),
      components: 2,
      database: path.join(folder, 'database'),
    });

  it('waits for the catalog, posts in order, has what can be checked checked, and does so once', async () => {
    const totals = await load();
    expect(totals?.get('prod')).toEqual({
      posted: 3,
      stored: 3,
      duplicates: 0,
      quarantined: 0,
    });
    const posted = calls.indexOf('ingest a,b,c Bearer word');
    expect(posted).toBeGreaterThan(2);
    expect(calls.slice(posted + 1)).toEqual([
      'GET /api/plumbline/v1/coverage?limit=100',
      'POST /api/plumbline/v1/entities/component/default/web/drift-runs',
    ]);

    const before = calls.length;
    expect(await load()).toBeUndefined();
    expect(calls).toHaveLength(before);
  });
});
