import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../database';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  createDriftRoutes,
  createIncidentStateRoutes,
  DatabaseIgnoreRuleStore,
  DatabaseStatisticsStore,
  DriftTargets,
  EntityDriftAnswers,
  IncidentAnswers,
  IncidentStates,
  ManifestAnswers,
  ManualRuns,
  RunQueue,
  TargetViews,
} from '.';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  entityOf,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from './__testUtils__/driftFixture';
import { startRoutes } from './__testUtils__/startRoutes';
import { createIgnoreRules } from './ignoreRules';
import { createStatisticsRoutes, StatisticsAnswers } from './statistics';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const ENTITY = '/entities/component/default/payments-api';
const HIDDEN = '/entities/component/default/ledger';

/** The routes of a real backend, answers held against the specification. */
async function start(knex: Knex, denied: string[] = []) {
  const fixture = await createDriftFixture(knex);
  const known = [
    entityOf(),
    { ...entityOf(), entityRef: 'component:default/ledger' },
  ];
  const entities = {
    list: async () => known,
    get: async (ref: string) =>
      known.find(({ entityRef }) => entityRef === ref),
  };
  const { store, runner, clock } = fixture;
  const now = () => clock.now;
  const interval = 600_000;
  const targets = new DriftTargets({ ...fixture, entities, interval, now });
  const views = new TargetViews({ store, interval, now });
  const queue = new RunQueue(runner, 2);
  const routes = await startRoutes(services => {
    const incidents = new IncidentAnswers({
      store,
      audit: {
        getMany: async ids =>
          fixture.audit.events.filter(({ id }) => ids.includes(id)),
      },
      views,
      pointsOf: () => undefined,
      gitopsManagers: [],
      interval,
      now,
    });
    return createDriftRoutes({
      ...services,
      entities,
      entityDrift: new EntityDriftAnswers({ store, targets, views, interval }),
      incidents,
      ignoreRules: createIgnoreRules({
        ...fixture,
        ...services,
        store: new DatabaseIgnoreRuleStore(knex),
        driftStore: store,
        queue,
        secretKey: 'key',
        now,
      }).routes,
      statistics: createStatisticsRoutes({
        ...services,
        statistics: new StatisticsAnswers({
          store,
          statistics: new DatabaseStatisticsStore(knex),
          now,
        }),
      }),
      incidentStates: createIncidentStateRoutes({
        ...services,
        incidents,
        states: new IncidentStates({ ...fixture, ...services, now }),
      }),
      manifests: new ManifestAnswers({ ...fixture, gitopsManagers: [] }),
      runs: new ManualRuns({ targets, runner, queue }),
    });
  }, denied);
  return { ...fixture, ...routes, queue, targets };
}

describe.each(databases.eachSupportedId())('drift routes on %s', id => {
  let fixture: Awaited<ReturnType<typeof start>>;

  const begin = async (denied: string[] = []) => {
    const knex = await databases.init(id);
    await migrate(knex);
    fixture = await start(knex, denied);
    await fixture.repository.commit(
      { 'deploy/prod/all.yaml': `${DEPLOYMENT}---\n${CONFIG}` },
      'Deploy payments',
    );
    fixture.cluster.set(liveDeployment());
    fixture.cluster.set(liveConfig());
    return fixture;
  };

  /** A look at the clean state, then one after jane scaled by hand. */
  const scaledByHand = async (denied: string[] = []) => {
    const started = await begin(denied);
    const hidden = { ...entityOf(), entityRef: 'component:default/ledger' };
    const targets = [
      ...(await started.targets.sync(entityOf())),
      ...(await started.targets.sync(hidden)),
    ];
    for (const target of targets) {
      await started.look(target.id);
    }
    started.cluster.set(liveDeployment({ replicas: 5 }));
    started.audit.events.push(scaleEvent({ time: started.clock.now + 1_000 }));
    for (const target of targets) {
      await started.look(target.id);
    }
    return started;
  };

  afterEach(async () => {
    await fixture.queue.idle();
    await fixture.repository.remove();
  });

  it('shows an entity from its first run to its findings', async () => {
    const { get, post, queue } = await begin();
    const never = await get(`${ENTITY}/drift`);
    expect(never.body).toMatchObject({
      state: 'never-run',
      targets: [{ state: 'never-run', cluster: 'prod-eu' }],
      findings: [],
      running: false,
    });
    const started = await post(`${ENTITY}/drift-runs`);
    expect(started.status).toBe(202);
    expect(started.body.runs).toMatchObject([
      { status: 'queued', trigger: 'person' },
    ]);
    await queue.idle();
    const clean = await get(`${ENTITY}/drift`);
    expect(clean.body).toMatchObject({
      state: 'in-sync',
      counts: { drift: 0, unverifiable: 0 },
      targets: [{ objectsTotal: 2, objectsCompared: 2, renderer: 'plain' }],
      commit: { author: 'lena.ortiz' },
      checkIntervalSeconds: 600,
    });
  });

  it('answers findings, incidents and evidence as the specification says', async () => {
    const { get } = await scaledByHand();
    const { status, body } = await get(`${ENTITY}/drift`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'drift',
      counts: { drift: 1 },
      findings: [
        {
          path: 'spec.replicas',
          desired: 3,
          live: 5,
          attribution: { level: 'proven', principals: ['jane@example.com'] },
        },
      ],
      openIncidents: [
        { title: 'jane@example.com scaled payments-api from 3 to 5' },
      ],
    });
    const page = await get(`${ENTITY}/incidents?state=open`);
    expect(page.body.total).toBe(1);
    const detail = await get(`/incidents/${page.body.items[0].id}`);
    expect(detail.status).toBe(200);
    expect(detail.body).toMatchObject({
      incident: {
        cause: { level: 'proven' },
        recommendation: { id: 'monitor' },
        target: { state: 'drift' },
      },
      history: [{ kind: 'opened' }],
      events: [{ sentence: 'jane@example.com scaled payments-api to 5' }],
    });
    expect(JSON.stringify(detail.body)).not.toContain('"people"');
  });

  it('neither shows nor counts what the reader may not see', async () => {
    const { get, store } = await scaledByHand();
    expect(await store.countIncidents({ searchNames: true })).toBe(2);
    const all = await get('/incidents?state=all');
    expect(all.body.total).toBe(1);
    expect(JSON.stringify(all.body)).not.toContain('ledger');
    const asked = await get('/incidents?entity=component:default/ledger');
    expect(asked.body).toMatchObject({ items: [], total: 0 });
    const { items } = await store.listIncidents(
      { entityRefs: ['component:default/ledger'], searchNames: true },
      { limit: 1 },
    );
    for (const path of [
      `${HIDDEN}/drift`,
      `${HIDDEN}/incidents`,
      `/incidents/${items[0].id}`,
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('hides people from readers who may not see names, in titles and searches too', async () => {
    const { get } = await scaledByHand(['plumbline.actor.reveal']);
    for (const path of [`${ENTITY}/drift`, '/incidents']) {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(text).toContain('person-');
      expect(text).not.toContain('jane');
    }
    const search = async (q: string) =>
      (await get(`/incidents?q=${q}`)).body.total;
    expect(await search('jane')).toBe(0);
    expect(await search('scaled+payments')).toBe(1);
  });

  it('filters, searches and pages', async () => {
    const { get } = await scaledByHand();
    const total = async (query: string) =>
      (await get(`/incidents?${query}`)).body.total;
    expect(await total('severity=medium&level=proven&cluster=prod-eu')).toBe(1);
    expect(await total('severity=critical&severity=high')).toBe(0);
    expect(await total('level=git-commit')).toBe(0);
    expect(await total('level=git-commit&level=proven')).toBe(1);
    expect(await total('state=resolved')).toBe(0);
    expect(await total('q=jane+INC-1')).toBe(1);
    expect(await total('q=%25')).toBe(0);
    const tampered = await get('/incidents?cursor=eyJhIjoxfQ');
    expect(tampered.status).toBe(400);
  });

  it('acknowledges an incident, says who and until when, and takes it back', async () => {
    const { get, post, clock, audited } = await scaledByHand();
    const [{ id: incidentId }] = (await get(`${ENTITY}/incidents`)).body.items;
    const until = new Date(clock.now + 3_600_000).toISOString();
    const change = (body: object) =>
      post(`/incidents/${incidentId}/state`).send(body);
    const { status, body } = await change({
      state: 'acknowledged',
      note: 'Load test',
      until,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      incident: {
        state: 'acknowledged',
        acknowledgement: { by: 'user:default/mock', note: 'Load test', until },
        age: { basis: 'proven-write' },
        grouping: { key: 'same-object' },
      },
      history: [
        {
          kind: 'acknowledged',
          text: `Acknowledged until ${until}: Load test`,
          author: 'user:default/mock',
        },
        { kind: 'opened' },
      ],
    });
    expect(audited).toContainEqual(
      expect.objectContaining({
        eventId: 'incident-state-change',
        outcome: 'success',
      }),
    );
    const again = await change({
      state: 'acknowledged',
      note: 'Load test',
      until,
    });
    expect(again.body.history).toHaveLength(2);
    const listed = await get('/incidents?state=acknowledged');
    expect(listed.body.total).toBe(1);
    const back = await change({ state: 'open' });
    expect(back.body.incident).toMatchObject({ state: 'open' });
    expect(back.body.incident.acknowledgement).toBeUndefined();
    expect((await change({ state: 'open' })).body.history).toHaveLength(3);
  });

  it('lets nobody resolve, acknowledge for a time that is over, or touch what is resolved', async () => {
    const { get, post, cluster, look, clock, audited } = await scaledByHand();
    const { targets, openIncidents } = (await get(`${ENTITY}/drift`)).body;
    const change = (body: object) =>
      post(`/incidents/${openIncidents[0].id}/state`).send(body);
    expect((await change({ state: 'resolved' })).status).toBe(400);
    const past = new Date(clock.now).toISOString();
    const over = await change({ state: 'acknowledged', until: past });
    expect(over.status).toBe(400);
    expect(over.body.error.message).toContain('until');
    cluster.set(liveDeployment());
    await look(targets[0].id);
    const resolved = await change({ state: 'acknowledged' });
    expect(resolved.status).toBe(409);
    expect(resolved.body.error).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('resolves and reopens by comparison'),
    });
    expect(audited.filter(({ outcome }) => outcome === 'fail')).toHaveLength(2);
  });

  it('hides who acknowledged from readers who may not see names', async () => {
    const { get, post } = await scaledByHand(['plumbline.actor.reveal']);
    const { items } = (await get('/incidents')).body;
    const { text, status } = await post(`/incidents/${items[0].id}/state`).send(
      { state: 'acknowledged' },
    );
    expect(status).toBe(200);
    expect(text).not.toContain('user:default/mock');
    for (const path of ['/incidents?state=all', `${ENTITY}/drift`]) {
      expect((await get(path)).text).not.toContain('user:default/mock');
    }
  });

  it('sums up how incidents live, of what the reader may see', async () => {
    const { get, cluster, look, clock, audit } = await scaledByHand();
    const [target] = (await get(`${ENTITY}/drift`)).body.targets;
    cluster.set(liveDeployment());
    await look(target.id);
    cluster.set(liveDeployment({ replicas: 7 }));
    audit.events.push(
      scaleEvent({ time: clock.now + 30_000, replicas: 7, id: 'again' }),
    );
    await look(target.id);
    const { status, body } = await get('/incident-statistics?days=90');
    expect(status).toBe(200);
    // Written 1 s after the look at the clean state; the looks at two targets lie a minute apart each.
    expect(body).toMatchObject({
      total: { opened: 1, open: 1, resolved: 0, toDetect: { count: 0 } },
      byEntity: [{ entityRef: 'component:default/payments-api' }],
      byCause: [{ cause: 'person', title: 'Changed by a person' }],
      repeated: [
        {
          path: 'spec.replicas',
          object: { kind: 'Deployment', name: 'payments-api' },
          count: 2,
          reverted: 1,
          adopted: 0,
          medianLifeSeconds: 120,
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('jane');
    const hidden = await get(
      '/incident-statistics?entity=component:default/ledger',
    );
    expect(hidden.body).toMatchObject({
      total: { opened: 0, open: 0 },
      byEntity: [],
      byCause: [],
      repeated: [],
    });
    expect((await get('/incident-statistics?days=91')).status).toBe(400);
  });

  it('shows both sides of a declared object, and of no other', async () => {
    const { get } = await scaledByHand();
    const { body: drift } = await get(`${ENTITY}/drift`);
    const target = drift.targets[0].id;
    const manifests = (ref: string) =>
      get(`${ENTITY}/manifests`).query({ target, ref });
    const { status, body } = await manifests(
      'apps/v1/Deployment/payments/payments-api',
    );
    expect(status).toBe(200);
    expect(body.desired).toContain('replicas: 3');
    expect(body.live).toContain('replicas: 5');
    expect(body.live).not.toContain('managedFields');
    expect((await manifests('v1/Secret/kube-system/admin')).status).toBe(404);
  });

  it('tells the live side as its manifest would, on demand', async () => {
    const { get } = await scaledByHand();
    const { body: drift } = await get(`${ENTITY}/drift`);
    const { body } = await get(`${ENTITY}/manifests`).query({
      target: drift.targets[0].id,
      ref: 'apps/v1/Deployment/payments/payments-api',
      serverFilled: 'hide',
    });
    expect(body.live).toBe(body.desired.replace('replicas: 3', 'replicas: 5'));
  });

  it('says why a side is not there', async () => {
    const { get, cluster } = await scaledByHand();
    const { body: drift } = await get(`${ENTITY}/drift`);
    cluster.faults.set('*', 'unreachable');
    const { body } = await get(`${ENTITY}/manifests`).query({
      target: drift.targets[0].id,
      ref: 'v1/ConfigMap/payments/payments-config',
    });
    expect(body.desired).toContain('PAYMENT_TIMEOUT_MS');
    expect(body).toMatchObject({
      liveReason: expect.stringContaining('unreachable'),
    });
  });

  it('shows an unreachable cluster as unobservable, with reason and since when', async () => {
    const { get, cluster, look } = await scaledByHand();
    const { body: before } = await get(`${ENTITY}/drift`);
    cluster.faults.set('*', 'unreachable');
    await look(before.targets[0].id);
    const { status, body } = await get(`${ENTITY}/drift`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'unobservable',
      targets: [
        {
          state: 'unobservable',
          reason: expect.stringContaining('unreachable'),
          unverifiedSince: expect.any(String),
          objectsCompared: 0,
          unverifiable: 2,
        },
      ],
      counts: { unverifiable: 2 },
    });
  });

  it.each([
    ['plumbline.drift.read', 'get', `${ENTITY}/drift`],
    ['plumbline.drift.run', 'post', `${ENTITY}/drift-runs`],
    ['plumbline.drift.read', 'post', '/incidents/any/state'],
    ['plumbline.incident.update', 'post', '/incidents/any/state'],
  ] as const)('needs %s', async (permission, method, path) => {
    const started = await begin([permission]);
    const { status, body } = await started[method](path).send(
      path.endsWith('state') ? { state: 'open' } : undefined,
    );
    expect(status).toBe(403);
    expect(body.error.message).toContain(permission);
  });

  it('answers users only', async () => {
    const { get } = await begin();
    const none = await get(`${ENTITY}/drift`).set(
      'authorization',
      mockCredentials.none.header(),
    );
    expect(none.status).toBe(401);
    const service = await get(`${ENTITY}/drift`).set(
      'authorization',
      mockCredentials.service.header(),
    );
    expect(service.status).toBe(403);
  });
});
