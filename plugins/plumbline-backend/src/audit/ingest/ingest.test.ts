import { once } from 'node:events';
import https from 'node:https';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases } from '../../testDatabases';
import type { IngestParticipant } from '../IngestParticipant';
import {
  sampleAuditEvent,
  sampleEventList,
} from '../testing/sampleAuditEvents';
import { startAuditBackend, tokens } from '../testing/startAuditBackend';

const databases = createTestDatabases();
const PATH = '/api/plumbline/v1/clusters/prod/audit-events?timeout=30s';

describe.each(databases.eachSupportedId())('audit ingest on %s', id => {
  let running: Awaited<ReturnType<typeof startAuditBackend>> | undefined;
  let knex: Knex;

  async function start(
    options: { participants?: IngestParticipant[]; maxBodyBytes?: number } = {},
    databaseId: TestDatabaseId = id,
  ) {
    knex = await databases.init(databaseId);
    running = await startAuditBackend({ knex, ...options });
    return running;
  }

  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });

  const post = (
    body: string | Buffer,
    {
      path = PATH,
      token = tokens.prod,
    }: { path?: string; token?: string } = {},
  ) =>
    request(running!.server)
      .post(path)
      .set('authorization', `Bearer ${token}`)
      .set('content-type', 'application/json')
      .send(body);

  const rows = async (table: string) =>
    Number((await knex(table).count({ count: '*' }))[0].count);

  it('stores what kube-apiserver posts, once', async () => {
    await start();
    const body = sampleEventList([sampleAuditEvent(), sampleAuditEvent()]);
    const first = await post(body);
    expect([first.status, first.body]).toEqual([
      200,
      { stored: 2, duplicates: 0, quarantined: 0 },
    ]);
    const again = await post(body, { token: tokens.prodRotated });
    expect(again.body).toEqual({ stored: 0, duplicates: 2, quarantined: 0 });
    expect(await rows('audit_events')).toBe(2);
  });

  it('takes a single Event, an array, NDJSON, gzip and an empty list', async () => {
    await start();
    const event = () => JSON.stringify(sampleAuditEvent());
    const bodies = [
      event(),
      `[${event()},${event()}]`,
      `${event()}\n${event()}\n`,
      JSON.stringify(sampleAuditEvent(), null, 2),
    ];
    const counts = [];
    for (const body of bodies) {
      counts.push((await post(body)).body.stored);
    }
    expect(counts).toEqual([1, 2, 2, 1]);
    expect((await post(sampleEventList([]))).body).toEqual({
      stored: 0,
      duplicates: 0,
      quarantined: 0,
    });
    const zipped = await request(running!.server)
      .post(PATH)
      .set('authorization', `Bearer ${tokens.prod}`)
      .set('content-encoding', 'gzip')
      .send(gzipSync(sampleEventList([sampleAuditEvent()])));
    expect(zipped.body.stored).toBe(1);
  });

  it('quarantines the bad event and stores its neighbours', async () => {
    await start();
    const good = [sampleAuditEvent(), sampleAuditEvent()];
    const bad = [{ kind: 0 }, 7, null, { ...sampleAuditEvent(), stage: 'Odd' }];
    const items = [good[0], ...bad, good[1]];
    const body = JSON.stringify({ kind: 'EventList', items });
    expect((await post(body)).body).toEqual({
      stored: 2,
      duplicates: 0,
      quarantined: 4,
    });
    expect((await post(body)).body).toEqual({
      stored: 0,
      duplicates: 2,
      quarantined: 4,
    });
    expect(await rows('audit_quarantine')).toBe(4);
    const { items: kept } = await running!.store.listQuarantine(
      {},
      { limit: 9 },
    );
    expect(kept.every(item => item.reason.length > 5)).toBe(true);
  });

  it.each([
    ['garbage', 'no json at all'],
    ['a string', '"x"'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['items null', '{"kind":"EventList","items":null}'],
    ['a Pod', '{"kind":"Pod"}'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x7b])],
    ['deep nesting', '['.repeat(100_000)],
    ['a half body', sampleEventList([sampleAuditEvent()]).slice(0, 500)],
  ])('answers 200 with the count for %s', async (_, body) => {
    await start();
    const response = await post(body as string);
    expect(response.status).toBe(200);
    const { stored, duplicates, quarantined } = response.body;
    expect(stored + duplicates).toBe(0);
    expect(quarantined).toBeGreaterThan(0);
    expect(await rows('audit_quarantine')).toBe(quarantined);
  });

  it('lets the sender decide the cluster, and nothing else', async () => {
    await start();
    const body = sampleEventList([sampleAuditEvent()]);
    const status = async (token: string, cluster: string) =>
      (
        await post(body, {
          token,
          path: `/api/plumbline/v1/clusters/${cluster}/audit-events`,
        })
      ).status;
    expect(await status(tokens.staging, 'prod')).toBe(403);
    expect(await status(tokens.prod, 'nowhere')).toBe(403);
    expect(await status(tokens.prod, 'prod%2f..%2fstaging')).toBe(403);
    expect(await status(tokens.prod, '__proto__')).toBe(403);
    expect(await status(tokens.reader, 'drained')).toBe(403);
    expect(await status('nothing', 'prod')).toBe(401);
    expect(await status(tokens.prod, 'prod')).toBe(200);
    expect(await rows('audit_events')).toBe(1);
  });

  it('tells a kube-apiserver that came over http why it has no token', async () => {
    await start();
    const response = await request(running!.server)
      .post(PATH)
      .set('user-agent', 'Go-http-client/1.1')
      .send('{}');
    expect(response.status).toBe(401);
    expect(response.body.error).toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringMatching(/no token over http:\/\/.*https:\/\//),
    });
    const other = await request(running!.server).post(PATH).send('{}');
    expect(other.status).toBe(401);
    expect(other.body.error.message).toMatch(/externalAccess/);
  });

  it('refuses before the body is read', async () => {
    await start();
    const { port } = running!.server.address() as net.AddressInfo;
    const socket = net.connect(port, '127.0.0.1');
    socket.write(
      `POST ${PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wrong\r\nContent-Length: 5000000000\r\n\r\n{`,
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 401/);
    socket.destroy();
  });

  it('refuses what is too long after inflation, or compressed otherwise, and keeps the fact', async () => {
    await start({ maxBodyBytes: 10_000 });
    const bomb = await request(running!.server)
      .post(PATH)
      .set('authorization', `Bearer ${tokens.prod}`)
      .set('content-encoding', 'gzip')
      .send(gzipSync(Buffer.alloc(50_000, 0x20)));
    expect(bomb.status).toBe(413);
    expect(bomb.body.error.message).toMatch(/maxBodyBytes/);
    const zstd = await request(running!.server)
      .post(PATH)
      .set('authorization', `Bearer ${tokens.prod}`)
      .set('content-encoding', 'zstd')
      .send('x');
    expect(zstd.status).toBe(415);
    const broken = await request(running!.server)
      .post(PATH)
      .set('authorization', `Bearer ${tokens.prod}`)
      .set('content-encoding', 'gzip')
      .send('not gzip');
    expect(broken.status).toBe(400);
    expect(await rows('audit_quarantine')).toBe(2);
  });

  it('answers 503 with Retry-After while it cannot store, and loses nothing', async () => {
    let down = true;
    await start({
      participants: [
        {
          inTransaction: async () => {
            if (down) {
              throw new Error('no space left on device');
            }
          },
        },
      ],
    });
    const body = sampleEventList([sampleAuditEvent()]);
    const failed = await post(body);
    expect(failed.status).toBe(503);
    expect(failed.headers['retry-after']).toBe('3');
    expect(failed.body.error.name).toBe('ServiceUnavailableError');
    expect(failed.text).not.toContain('no space left');
    expect(await rows('audit_events')).toBe(0);
    down = false;
    expect((await post(body)).body.stored).toBe(1);
  });

  it('answers 503 when the database is gone', async () => {
    await start();
    await knex.schema.renameTable('audit_sequence', 'audit_sequence_away');
    const body = sampleEventList([sampleAuditEvent()]);
    const failed = await post(body);
    expect(failed.status).toBe(503);
    expect(failed.headers['retry-after']).toBe('3');
    await knex.schema.renameTable('audit_sequence_away', 'audit_sequence');
    expect((await post(body)).body.stored).toBe(1);
  });

  it('keeps no secret anywhere', async () => {
    await start();
    const canary = 'c4nary-hunter2-value';
    const secret = {
      kind: 'Secret',
      apiVersion: 'v1',
      metadata: { name: 'db', annotations: { note: canary } },
      data: { password: canary },
    };
    const request1 = (resource: string, rest: object) =>
      sampleAuditEvent({
        objectRef: {
          resource,
          namespace: 'shop',
          name: 'db',
          apiVersion: 'v1',
        },
        requestURI: `/api/v1/namespaces/shop/${resource}/db`,
        ...rest,
      });
    const events = [
      request1('secrets', { requestObject: secret, responseObject: secret }),
      request1('secrets', {
        requestObject: [
          { op: 'replace', path: '/data/password', value: canary },
        ],
        responseObject: undefined,
        responseStatus: { code: 422, message: `invalid: "${canary}"` },
      }),
      request1('configmaps', {
        requestObject: {
          kind: 'ConfigMap',
          data: { 'db.password': canary, conf: `url=pg://me:${canary}@db/x` },
        },
      }),
      request1('lists', {
        responseObject: { kind: 'List', items: [secret] },
      }),
      request1('pods', {
        requestObject: {
          kind: 'Pod',
          spec: {
            containers: [
              {
                name: 'a',
                env: [{ name: 'DB_PASSWORD', value: canary }],
                args: ['--token', canary, `--api-key=${canary}`],
              },
            ],
          },
        },
      }),
      request1('pods', {
        verb: 'get',
        requestURI: `/api/v1/namespaces/shop/pods/db/exec?command=mysql&command=--password&command=${canary}&token=${canary}`,
        objectRef: {
          resource: 'pods',
          subresource: 'exec',
          namespace: 'shop',
          name: 'db',
        },
        stage: 'ResponseStarted',
        responseStatus: { code: 101 },
      }),
      { ...request1('secrets', { requestObject: secret }), stage: 'Odd' },
    ];
    const response = await post(sampleEventList(events));
    expect(response.body).toMatchObject({ stored: 6, quarantined: 1 });
    await post(
      sampleEventList([request1('secrets', { requestObject: secret })]).slice(
        0,
        -30,
      ),
    );
    const tables = await Promise.all(
      [
        'audit_events',
        'audit_event_bodies',
        'audit_event_rules',
        'audit_quarantine',
      ].map(table => knex(table).select()),
    );
    expect(tables.map(table => table.length > 0)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(JSON.stringify(tables)).not.toContain(canary);
  });

  it('takes the same events on its TLS listener, and nothing else there', async () => {
    const { listener, ca } = await start();
    const call = async (path: string, method = 'POST', token = tokens.prod) => {
      const outgoing = https.request({
        host: '127.0.0.1',
        port: listener.port,
        path,
        method,
        ca,
        headers: token ? { authorization: `Bearer ${token}` } : {},
      });
      outgoing.end(
        method === 'POST' ? sampleEventList([sampleAuditEvent()]) : undefined,
      );
      const [response] = await once(outgoing, 'response');
      let text = '';
      for await (const chunk of response) {
        text += chunk;
      }
      return { status: response.statusCode, body: JSON.parse(text) };
    };
    expect(await call(PATH)).toEqual({
      status: 200,
      body: { stored: 1, duplicates: 0, quarantined: 0 },
    });
    expect((await call(PATH, 'POST', '')).status).toBe(401);
    expect((await call(PATH, 'POST', tokens.staging)).status).toBe(403);
    expect((await call('/api/plumbline/v1/audit-events', 'GET')).status).toBe(
      404,
    );
    expect((await call('/api/catalog/entities', 'GET')).body.error.name).toBe(
      'NotFoundError',
    );
  });

  it('finishes what is in work before it stops', async () => {
    let release = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    const { ingest } = await start({
      participants: [{ inTransaction: () => gate }],
    });
    const pending = post(sampleEventList([sampleAuditEvent()])).then(r => r);
    await new Promise(resolve => setTimeout(resolve, 300));
    const closed = ingest.close();
    const late = await post(sampleEventList([sampleAuditEvent()]));
    expect(late.status).toBe(503);
    release();
    await closed;
    expect((await pending).body.stored).toBe(1);
  });
});
