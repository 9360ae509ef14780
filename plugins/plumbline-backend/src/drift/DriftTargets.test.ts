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
  let listEntities: () => Promise<PlumblineEntity[]>;
  let targets: DriftTargets;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    fixture = await createDriftFixture(knex);
    const { store, resolver, clock } = fixture;
    entities = [entityOf()];
    listEntities = async () => entities;
    targets = new DriftTargets({
      store,
      entities: {
        list: () => listEntities(),
        get: async ref => entities.find(({ entityRef }) => entityRef === ref),
      },
      resolver,
      logger: fixture.logger,
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

  it('goes on with what it knows while the catalog does not answer', async () => {
    const [before] = await fixture.store.listTargets();
    listEntities = async () => {
      throw new Error('the catalog is down');
    };
    expect(await targets.syncAll()).toEqual([before]);
    fixture.clock.now += 2 * 3_600_000;
    expect(await targets.syncAll()).toEqual([before]);
    expect(await states()).toEqual([['open', undefined]]);
    expect(fixture.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the catalog is down'),
    );
  });

  it('lets no entity keep the others from being looked at', async () => {
    const other = { ...entityOf(), entityRef: 'component:default/broken' };
    entities = [other, entityOf()];
    const { resolve } = fixture.resolver;
    jest.spyOn(fixture.resolver, 'resolve').mockImplementation(async entity => {
      if (entity === other) {
        throw new Error('broken');
      }
      return resolve.call(fixture.resolver, entity);
    });
    expect(await targets.syncAll()).toMatchObject([
      { entityRef: entityOf().entityRef },
    ]);
    expect(fixture.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('component:default/broken'),
    );
  });

  it.each([
    ['cannot be understood', '- {path: ['],
    ['goes elsewhere without a source', 'deploy/other'],
  ])('ends nothing when the annotation %s', async (_, text) => {
    const [before] = await fixture.store.listTargets();
    const entity = entityOf({ 'plumbline.io/manifests': text });
    delete entity.entity.metadata.annotations?.['backstage.io/source-location'];
    entities = [entity];
    expect(await targets.syncAll()).toEqual([before]);
    expect(await states()).toEqual([['open', undefined]]);
  });

  it('ends nothing when the list of clusters leaves it open which one is meant', async () => {
    const [before] = await fixture.store.listTargets();
    const list = jest.spyOn(fixture.clusters, 'list').mockResolvedValue([]);
    expect(await targets.syncAll()).toEqual([before]);
    expect(await states()).toEqual([['open', undefined]]);
    list.mockRestore();
    expect(await targets.syncAll()).toEqual([before]);
  });

  it('ends what an entity no longer declares at all', async () => {
    const entity = entityOf();
    delete entity.entity.metadata.annotations?.['plumbline.io/manifests'];
    entities = [entity];
    expect(await targets.syncAll()).toEqual([]);
    expect(await states()).toEqual([['resolved', 'no longer desired']]);
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
