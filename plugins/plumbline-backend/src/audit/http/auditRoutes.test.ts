import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { AuditEvent } from '@plumbline/kube-audit';
import request from 'supertest';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DatabaseAuditStore } from '../database/DatabaseAuditStore';
import { LiveTail } from '../stream/LiveTail';
import {
  acceptSamples,
  sampleAuditEvent,
  sampleRead,
} from '../__testUtils__/sampleAuditEvents';
import { createReader, createReaderApp } from '../__testUtils__/startReaderApp';
import { createAuditRoutes } from './auditRoutes';

const databases = createTestDatabases();
const EVENTS = '/api/plumbline/v1/audit-events';

const inNamespace = (namespace: string, rest: AuditEvent = {}) =>
  sampleAuditEvent({
    objectRef: {
      resource: 'deployments',
      subresource: 'scale',
      namespace,
      name: 'web',
      apiGroup: 'apps',
      apiVersion: 'v1',
    },
    ...rest,
  });

async function start(options: { reveals?: boolean } = {}) {
  const knex = await databases.init('SQLITE_3');
  await migrate(knex);
  const store = new DatabaseAuditStore(knex);
  const reader = createReader(options);
  const pointsOf = () => 6;
  const app = createReaderApp(
    createAuditRoutes({
      store,
      tail: new LiveTail({
        store,
        readerViews: reader.readerViews,
        pointsOf,
        logger: mockServices.logger.mock(),
      }),
      ...reader,
      pointsOf,
    }),
  );
  await store.record(
    'prod',
    await acceptSamples('prod', [
      inNamespace('shop', {
        user: {
          username: 'jane@example.com',
          uid: 'jane-uid',
          groups: ['dev'],
          extra: { email: ['jane@example.com'] },
        },
      }),
      inNamespace('hidden', { user: { username: 'mallory', groups: [] } }),
      inNamespace('lost', { user: { username: 'omar', groups: [] } }),
      sampleRead(),
    ]),
    [
      {
        cluster: 'prod',
        reason: 'is not JSON',
        excerpt: '{',
        digest: 'd',
        bytes: 1,
      },
    ],
    [],
  );
  const get = (path: string) =>
    request(app).get(path).set('authorization', mockCredentials.user.header());
  return { app, get, store };
}

describe('audit routes', () => {
  it('show events of visible entities and of none, never those of hidden ones', async () => {
    const { get } = await start();
    const { body, status } = await get(EVENTS);
    expect(status).toBe(200);
    expect(body.hiddenRoutine).toBe(1);
    expect(
      body.items
        .map(
          (row: { entity: { entityRef?: string } }) =>
            row.entity.entityRef ?? null,
        )
        .sort(),
    ).toEqual(['component:default/shop', null].sort());
    expect(body.items[0]).toMatchObject({
      cluster: 'prod',
      verb: 'patch',
      time: '2026-11-20T10:00:00.010000Z',
      outcome: 'success',
      dryRun: false,
      object: { resource: 'deployments', subresource: 'scale', name: 'web' },
      rules: [{ id: 'manual-scale', points: 6 }],
    });
    const asked = await get(`${EVENTS}?entity=component:default/hidden`);
    expect(asked.body.items).toEqual([]);
    const facets = await get(`${EVENTS}/facets?routine=show`);
    expect(facets.body.total).toBe(3);
    expect(JSON.stringify(facets.body)).not.toContain('hidden');
  });

  it('tell the same of a hidden event as of none', async () => {
    const { get, store } = await start();
    const { items } = await store.search(
      { routine: 'show', entityRefs: ['component:default/hidden'] },
      { limit: 1 },
    );
    const hidden = await get(`${EVENTS}/${items[0].id}`);
    const missing = await get(`${EVENTS}/nothing`);
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    const activity = (name: string) =>
      get(`/api/plumbline/v1/entities/component/default/${name}/activity`);
    expect((await activity('hidden')).status).toBe(404);
    expect((await activity('nothing')).status).toBe(404);
    const own = await activity('Shop');
    expect(own.body.items).toHaveLength(1);
    expect(own.body.hiddenRoutine).toBe(1);
  });

  it('give one event with its raw JSON', async () => {
    const { get } = await start();
    const { body: page } = await get(
      `${EVENTS}?rule=manual-scale&entity=component:default/shop`,
    );
    const { body } = await get(`${EVENTS}/${page.items[0].id}`);
    expect(body).toMatchObject({
      raw: { requestObject: { spec: { replicas: 5 } } },
      durationMs: 10,
      sourceIP: '10.0.0.7',
      related: [],
      incidents: [],
    });
    expect(body.rawBytes).toBeGreaterThan(500);
  });

  it('hide people from whoever may not see names', async () => {
    const { get } = await start({ reveals: false });
    const list = await get(`${EVENTS}?routine=show`);
    const shop = list.body.items.find(
      (row: { entity: { entityRef?: string }; routine: boolean }) =>
        row.entity.entityRef && !row.routine,
    );
    expect(shop.actor).toEqual({
      name: expect.stringMatching(/^person-/),
      class: 'human',
      pseudonym: true,
    });
    const detail = await get(`${EVENTS}/${shop.id}`);
    const facets = await get(`${EVENTS}/facets`);
    const answers = JSON.stringify([list.body, detail.body, facets.body]);
    expect(answers).not.toMatch(/jane|omar|mallory|10\.0\.0\.7/);

    const count = async (query: string) =>
      (await get(`${EVENTS}?${query}`)).body.items.length;
    expect(await count('actor=jane@example.com')).toBe(0);
    expect(await count('q=jane')).toBe(0);
    expect(await count(`actor=${shop.actor.name}`)).toBe(1);
  });

  it('list what is in quarantine', async () => {
    const { get } = await start();
    const { body } = await get('/api/plumbline/v1/quarantine');
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        cluster: 'prod',
        receivedAt: expect.stringMatching(/Z$/),
        reason: 'is not JSON',
        excerpt: '{',
        bytes: 1,
      },
    ]);
  });

  it.each([
    EVENTS,
    `${EVENTS}/facets`,
    `${EVENTS}/stream`,
    `${EVENTS}/x`,
    '/api/plumbline/v1/quarantine',
    '/api/plumbline/v1/entities/component/default/shop/activity',
  ])('let only readers ask for %s', async path => {
    const { app } = await start();
    expect((await request(app).get(path)).status).toBe(401);
    const service = await request(app)
      .get(path)
      .set('authorization', mockCredentials.service.header());
    expect(service.status).toBe(403);
  });

  it('refuse a forged cursor', async () => {
    const { get } = await start();
    const { status, body } = await get(`${EVENTS}?cursor=e30`);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
  });
});
