import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../testDatabases';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from '../testing/driftFixture';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('DriftRunner on %s', id => {
  let knex: Knex;
  let fixture: Awaited<ReturnType<typeof createDriftFixture>>;
  let targetId: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    fixture = await createDriftFixture(knex);
    await fixture.repository.commit(
      {
        'deploy/prod/deployment.yaml': DEPLOYMENT,
        'deploy/prod/config.yaml': CONFIG,
      },
      'Deploy payments',
    );
    [{ id: targetId }] = await fixture.declare();
    fixture.cluster.set(liveDeployment());
    fixture.cluster.set(liveConfig());
  });

  afterEach(() => fixture.repository.remove());

  const incidents = async () =>
    (await fixture.store.listIncidents({ searchNames: true }, { limit: 50 }))
      .items;
  const target = async () =>
    (await fixture.store.listTargets({ ids: [targetId] }))[0];
  const findings = () => fixture.store.openFindings([targetId]);

  it('finds nothing where the cluster is as Git says', async () => {
    await fixture.look(targetId);
    expect(await findings()).toEqual([]);
    expect(await incidents()).toEqual([]);
    expect((await target()).look).toMatchObject({
      objectsTotal: 2,
      objectsCompared: 2,
      unverifiable: 0,
      renderedBy: 'plain',
      commit: { author: 'lena.ortiz', message: 'Deploy payments' },
    });
    expect(fixture.published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'plumbline:drift',
        message: { entityRefs: ['component:default/payments-api'] },
      },
    ]);
  });

  it('names who scaled by hand, with which command, and where Git says otherwise', async () => {
    await fixture.look(targetId);
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    fixture.audit.events.push(
      scaleEvent({ time: fixture.clock.now + 30_000, replicas: 5 }),
    );
    await fixture.look(targetId);

    const [incident] = await incidents();
    expect(incident).toMatchObject({
      number: 1,
      title: 'jane@example.com scaled payments-api from 3 to 5',
      state: 'open',
      severity: 'medium',
      level: 'proven',
      principals: ['jane@example.com'],
      people: ['jane@example.com'],
      findingCount: 1,
    });
    const [finding] = await findings();
    expect(finding).toMatchObject({
      path: 'spec.replicas',
      type: 'changed',
      direction: 'live-changed',
      desired: 3,
      live: 5,
      incidentId: incident.id,
      source: {
        file: 'deploy/prod/deployment.yaml',
        line: 6,
        commit: { message: 'Deploy payments' },
      },
      attribution: {
        level: 'proven',
        command: {
          text: 'kubectl scale deployment/payments-api --replicas=5 -n payments',
          confidence: 'exact',
        },
      },
    });
    expect(finding.attribution?.eventIds).toHaveLength(1);
    expect(finding.lastCleanAt).toBeLessThan(finding.firstSeenAt);
  });
});
