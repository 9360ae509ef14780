import { gzipSync } from 'node:zlib';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import type { IngestParticipant } from '../IngestParticipant';
import {
  sampleAuditEvent,
  sampleEventList,
} from '../__testUtils__/sampleAuditEvents';
import { startAuditBackend, tokens } from '../__testUtils__/startAuditBackend';

const databases = createTestDatabases();

type AuditBackend = Awaited<ReturnType<typeof startAuditBackend>>;

describe.each(databases.eachSupportedId())('audit ingest on %s', id => {
  let running: AuditBackend | undefined;
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

  const post = (...args: Parameters<AuditBackend['post']>) =>
    running!.post(...args);

  const rows = (table: string) => running!.rows(table);

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
    const zipped = await post(gzipSync(sampleEventList([sampleAuditEvent()])), {
      headers: { 'content-encoding': 'gzip' },
    });
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
});
