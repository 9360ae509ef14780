import type { TimelineItem } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import { DatabaseAuditStore, type StoredAuditEvent } from '../../audit';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  entityOf,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from '../__testUtils__/driftFixture';
import { changeState } from '../lifecycle/changeState';
import { startRoutes } from '../__testUtils__/startRoutes';
import { createTimeline } from '.';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const DENIED = ['plumbline.actor.reveal'];

async function start(knex: Knex, denied: string[] = []) {
  const fixture = await createDriftFixture(knex);
  const auditStore = new DatabaseAuditStore(knex, {
    pointsOf: () => undefined,
  });
  const routes = await startRoutes(
    services =>
      createTimeline({
        ...fixture,
        ...services,
        audit: auditStore,
        silentAfter: 3_600_000,
        now: () => fixture.clock.now,
      }),
    denied,
  );
  return { ...fixture, ...routes, auditStore };
}

/** As it is stored for an entity. */
function ofEntity(
  event: StoredAuditEvent,
  entityRef: string,
): StoredAuditEvent {
  return {
    ...event,
    resolution: { ...event.resolution, entityRef, candidates: [entityRef] },
  };
}

describe.each(databases.eachSupportedId())('timelines, %p', databaseId => {
  let knex: Knex;
  let fixture: Awaited<ReturnType<typeof start>>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });

  afterEach(async () => {
    await fixture.repository.remove();
    await knex.destroy();
  });

  async function post(...events: StoredAuditEvent[]) {
    fixture.audit.events.push(...events);
    await fixture.auditStore.record('prod-eu', events, [], []);
  }

  /** Scaled by hand. @returns the incident's id */
  async function drifted(entity = entityOf()) {
    await fixture.repository.commit(
      { 'deploy/prod/app.yaml': `${DEPLOYMENT}---\n${CONFIG}` },
      'Deploy',
    );
    fixture.cluster.set(liveDeployment());
    fixture.cluster.set(liveConfig());
    const [target] = await fixture.declare(entity);
    await fixture.look(target.id);
    const time = fixture.clock.now + 30_000;
    await post(
      ofEntity(scaleEvent({ time, id: 'b' }), entity.entityRef),
      ofEntity(
        scaleEvent({ time: time - 600_000, replicas: 3, id: 'a' }),
        entity.entityRef,
      ),
    );
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    await fixture.look(target.id);
    const [finding] = await fixture.store.openFindings([target.id]);
    return { id: finding.incidentId ?? '', target };
  }

  const shown = (items: TimelineItem[]) =>
    items.map(({ lane, kind, ofIncident }) => `${lane} ${kind} ${ofIncident}`);

  it('puts requests and drift on one axis, the newest first', async () => {
    fixture = await start(knex);
    const { id } = await drifted();
    const { body, status } = await fixture.get(`/incidents/${id}/timeline`);
    expect(status).toBe(200);
    expect(shown(body.items)).toEqual([
      'drift opened true',
      'audit request true',
      'audit request false',
    ]);
    expect(body.items[1]).toMatchObject({
      eventId: 'event-b',
      label: 'jane@example.com: kubectl scale',
      command: { confidence: 'exact' },
    });
    expect(body.lanes.map(({ lane }: { lane: string }) => lane)).toEqual([
      'audit',
      'git',
      'sync',
      'drift',
    ]);
    expect(body.lanes[2].reason).toMatch(/No GitOps controller/);
    expect(Date.parse(body.to) - Date.parse(body.from)).toBeGreaterThanOrEqual(
      3_600_000,
    );
  });

  it('shows commits of the span', async () => {
    fixture = await start(knex);
    const { id } = await drifted();
    const now = new Date();
    const span = new URLSearchParams({
      from: new Date(now.getTime() - 3_600_000).toISOString(),
      to: new Date(now.getTime() + 3_600_000).toISOString(),
    });
    const { body } = await fixture.get(`/incidents/${id}/timeline?${span}`);
    const commits = body.items.filter(
      ({ lane }: TimelineItem) => lane === 'git',
    );
    expect(commits).toHaveLength(1);
    expect(commits[0]).toMatchObject({ kind: 'commit', ofIncident: false });
    expect(commits[0].text).toMatch(/lena.ortiz committed .*: Deploy/);
  });

  it('shows syncs of the target, and what was applied before', async () => {
    fixture = await start(knex);
    const { id, target } = await drifted();
    const sync = (time: number, revision: string) => ({
      id: revision,
      target_id: target.id,
      controller: 'Application/argocd/payments',
      revision,
      phase: 'Succeeded',
      initiated_by: 'jane@example.com',
      applied_at: time,
      seen_at: time,
      happened_at: time,
    });
    await knex('drift_syncs').insert([
      sync(fixture.clock.now - 60_000, 'b2b2b2b2b2'),
      sync(fixture.clock.now - 86_400_000, 'a1a1a1a1a1'),
    ]);
    const { body } = await fixture.get(`/incidents/${id}/timeline`);
    const syncs = body.items.filter(
      ({ lane }: TimelineItem) => lane === 'sync',
    );
    expect(syncs.map(({ text }: TimelineItem) => text)).toEqual([
      'Application/argocd/payments applied b2b2b2b (Succeeded), started by jane@example.com',
    ]);
    expect(body.lanes[2].note).toMatch(/^Last sync before: a1a1a1a at /);
  });

  it('gives everything once over small pages', async () => {
    fixture = await start(knex);
    const { id } = await drifted();
    const all = await fixture.get(`/incidents/${id}/timeline`);
    const ids: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page++) {
      const query = new URLSearchParams({
        limit: '1',
        ...(cursor && { cursor }),
      });
      const { body } = await fixture.get(`/incidents/${id}/timeline?${query}`);
      ids.push(...body.items.map((item: TimelineItem) => item.id));
      cursor = body.nextCursor ?? '';
      if (cursor === '') {
        break;
      }
    }
    expect(ids).toEqual(all.body.items.map((item: TimelineItem) => item.id));
  });

  it('says where the audit log has holes', async () => {
    fixture = await start(knex);
    const { id } = await drifted();
    const { body } = await fixture.get(`/incidents/${id}/timeline`);
    expect(body.losses[0].text).toMatch(/oldest stored event is younger/);
    expect(Date.parse(body.losses[0].from)).toBe(Date.parse(body.from));
  });

  it('hides people', async () => {
    fixture = await start(knex, DENIED);
    const { id } = await drifted();
    const { body } = await fixture.get(`/incidents/${id}/timeline`);
    expect(JSON.stringify(body)).not.toContain('jane');
    expect(body.items[1].label).toMatch(/^person-.*: kubectl scale$/);
  });

  it('hides who acknowledged it', async () => {
    fixture = await start(knex, DENIED);
    const { id } = await drifted();
    const by = 'user:default/omar';
    await fixture.store.changeIncident(id, incident =>
      changeState(
        incident,
        { state: 'acknowledged', note: `ask ${by}` },
        { by, now: fixture.clock.now, newId: () => 'acknowledged' },
      ),
    );
    const { body } = await fixture.get(`/incidents/${id}/timeline`);
    expect(shown(body.items)).toContain('drift acknowledged true');
    expect(JSON.stringify(body)).not.toContain('omar');
  });

  it('leaves out writes to other targets of the entity', async () => {
    fixture = await start(knex);
    const { id } = await drifted();
    const time = fixture.clock.now - 10_000;
    const elsewhere = (namespace: string | undefined, own: string) => {
      const event = ofEntity(
        scaleEvent({ time, id: own }),
        entityOf().entityRef,
      );
      const object = event.event.object && { ...event.event.object, namespace };
      return { ...event, key: own, event: { ...event.event, object } };
    };
    await post(elsewhere('staging', 'c'), elsewhere(undefined, 'd'));
    const { body } = await fixture.get(`/incidents/${id}/timeline`);
    const events = body.items.flatMap(({ eventId }: TimelineItem) => eventId);
    expect(events).toContain('event-d');
    expect(events).not.toContain('event-c');
  });

  it('is not there for incidents of hidden entities, nor without permission', async () => {
    fixture = await start(knex);
    const { id } = await drifted({
      ...entityOf(),
      entityRef: 'component:default/ledger',
    });
    expect((await fixture.get(`/incidents/${id}/timeline`)).status).toBe(404);
    expect((await fixture.get('/incidents/none/timeline')).status).toBe(404);
    const { get } = await startRoutes(
      services =>
        createTimeline({
          ...fixture,
          ...services,
          audit: fixture.auditStore,
          silentAfter: 1,
        }),
      ['plumbline.drift.read'],
    );
    expect((await get(`/incidents/${id}/timeline`)).status).toBe(403);
  });

  it('refuses what is no time and no cursor', async () => {
    fixture = await start(knex);
    const { id } = await drifted();
    const path = `/incidents/${id}/timeline`;
    expect((await fixture.get(`${path}?from=yesterday`)).status).toBe(400);
    expect((await fixture.get(`${path}?cursor=x`)).status).toBe(400);
    const later = 'from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z';
    expect((await fixture.get(`${path}?${later}`)).status).toBe(400);
  });
});
