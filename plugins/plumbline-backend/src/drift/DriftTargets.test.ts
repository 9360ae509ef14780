import type { Knex } from 'knex';
import type { PlumblineEntity } from '../catalog';
import { migrate } from '../database';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  entityOf,
  liveConfig,
  liveDeployment,
} from './__testUtils__/driftFixture';
import { DriftTargets } from './DriftTargets';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('DriftTargets on %s', id => {
  let knex: Knex;
  let fixture: Awaited<ReturnType<typeof createDriftFixture>>;
  let entities: PlumblineEntity[];
  let targets: DriftTargets;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    fixture = await createDriftFixture(knex);
    const { store, resolver, clock } = fixture;
    entities = [entityOf()];
    targets = new DriftTargets({
      store,
      entities: {
        list: async () => entities,
        get: async ref => entities.find(({ entityRef }) => entityRef === ref),
      },
      resolver,
      interval: 600_000,
      now: () => clock.now,
    });
    await fixture.repository.commit(
      { 'deploy/prod/all.yaml': `${DEPLOYMENT}---\n${CONFIG}` },
      'Deploy payments',
    );
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    fixture.cluster.set(liveConfig());
    const [target] = await targets.syncAll();
    await fixture.look(target.id);
  });

  afterEach(() => fixture.repository.remove());

  const states = async () =>
    (
      await fixture.store.listIncidents({ searchNames: true }, { limit: 10 })
    ).items.map(({ state, resolution }) => [state, resolution]);

  it('keeps what is known of a target that is declared again', async () => {
    const [before] = await fixture.store.listTargets();
    expect(before.look?.objectsTotal).toBe(2);
    expect(await targets.syncAll()).toEqual([before]);
  });

  it('ends what nobody declares any more', async () => {
    entities = [entityOf({ 'plumbline.io/manifests': 'deploy/other' })];
    const [target] = await targets.syncAll();
    expect(target).toMatchObject({ path: 'deploy/other', look: undefined });
    expect(await fixture.store.listTargets()).toHaveLength(1);
    expect(await states()).toEqual([['resolved', 'no longer desired']]);
    expect(await knex('drift_objects')).toEqual([]);
  });

  it('waits an hour before it takes an entity for gone', async () => {
    entities = [];
    expect(await targets.syncAll()).toEqual([]);
    expect(await states()).toEqual([['open', undefined]]);
    fixture.clock.now += 59 * 60_000;
    await targets.syncAll();
    expect(await states()).toEqual([['open', undefined]]);
    fixture.clock.now += 60_000;
    await targets.syncAll();
    expect(await states()).toEqual([['resolved', 'no longer desired']]);
    expect(await fixture.store.listTargets()).toEqual([]);
  });

  it('forgets that an entity was away when it is back', async () => {
    entities = [];
    await targets.syncAll();
    entities = [entityOf()];
    await targets.syncAll();
    entities = [];
    fixture.clock.now += 2 * 3_600_000;
    await targets.syncAll();
    expect(await states()).toEqual([['open', undefined]]);
  });

  it('removes resolved incidents with what hangs on them, after their time', async () => {
    entities = [entityOf({ 'plumbline.io/manifests': 'deploy/other' })];
    await targets.syncAll();
    const { store, clock } = fixture;
    expect(await store.removeResolvedBefore(clock.now)).toBe(0);
    expect(await store.removeResolvedBefore(clock.now + 1)).toBe(1);
    for (const table of [
      'drift_incidents',
      'drift_incident_history',
      'drift_incident_events',
      'drift_findings',
    ]) {
      expect(await knex(table)).toEqual([]);
    }
  });
});
