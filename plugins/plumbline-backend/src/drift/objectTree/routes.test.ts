import type { TargetObject } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { TargetViews } from '../answers/TargetViews';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  entityOf,
  liveConfig,
  liveDeployment,
} from '../__testUtils__/driftFixture';
import { startRoutes } from '../__testUtils__/startRoutes';
import { createObjectTreeRoutes, GeneratedObjects, ObjectTreeAnswers } from '.';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const PATH = '/entities/component/default/payments-api/objects';

describe.each(databases.eachSupportedId())('object trees, %p', databaseId => {
  let knex: Knex;
  let fixture: Awaited<ReturnType<typeof createDriftFixture>>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    fixture = await createDriftFixture(knex);
    await fixture.repository.commit(
      { 'deploy/prod/app.yaml': `${DEPLOYMENT}---\n${CONFIG}` },
      'Deploy',
    );
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    fixture.cluster.set(liveConfig());
    const [target] = await fixture.declare(entityOf());
    await fixture.look(target.id);
  });

  afterEach(async () => {
    await fixture.repository.remove();
    await knex.destroy();
  });

  const start = (denied: string[] = []) =>
    startRoutes(services => {
      const { store, clusters } = fixture;
      const objectTrees = new ObjectTreeAnswers({
        store,
        views: new TargetViews({ store, interval: 600_000 }),
        generated: new GeneratedObjects(clusters),
      });
      return createObjectTreeRoutes({ ...services, objectTrees });
    }, denied);

  it('shows what Git declares with its verdict', async () => {
    const { get } = await start();
    const { body, status } = await get(PATH);
    expect(status).toBe(200);
    const { objects, target } = body.targets[0];
    expect(target.cluster).toBe('prod-eu');
    expect(
      objects.map(({ ref, verdict, counts }: TargetObject) => [
        ref,
        verdict,
        counts.drift,
      ]),
    ).toEqual([
      ['v1/ConfigMap/payments/payments-config', 'none', 0],
      ['apps/v1/Deployment/payments/payments-api', 'drift', 1],
    ]);
  });

  it('says what could not be listed', async () => {
    fixture.cluster.faults.set('*', 'unreachable');
    const { get } = await start();
    const { body } = await get(PATH);
    expect(body.targets[0].objects).toHaveLength(2);
    expect(body.targets[0].notes).toEqual([
      'What controllers made could not be listed: prod-eu: unreachable (discovery)',
    ]);
  });

  it('is not there for hidden entities, nor without permission', async () => {
    const { get } = await start();
    const hidden = await get('/entities/component/default/ledger/objects');
    expect(hidden.status).toBe(404);
    const denied = await start(['plumbline.drift.read']);
    expect((await denied.get(PATH)).status).toBe(403);
  });
});
