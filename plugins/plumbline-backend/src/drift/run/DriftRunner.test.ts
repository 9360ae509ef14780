import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  CONFIG,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  scaleEvent,
  type DriftFixture,
} from '../__testUtils__/driftFixture';
import { createPaymentsFixture } from '../__testUtils__/paymentsFixture';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('DriftRunner on %s', id => {
  let knex: Knex;
  let fixture: DriftFixture;
  let targetId: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    ({ fixture, targetId } = await createPaymentsFixture(knex));
  });

  afterEach(() => fixture.repository.remove());

  const incidents = async () =>
    (await fixture.store.listIncidents({ searchNames: true }, { limit: 50 }))
      .items;
  const target = async () =>
    (await fixture.store.listTargets({ ids: [targetId] }))[0];
  const findings = () => fixture.store.openFindings([targetId]);

  const scaleByHand = async (replicas = 5, user = 'jane@example.com') => {
    fixture.cluster.set(liveDeployment({ replicas }));
    fixture.audit.events.push(
      scaleEvent({ time: fixture.clock.now + 30_000, replicas, user }),
    );
    await fixture.look(targetId);
  };

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
        message: {},
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

  it('claims no proof while audit events may be missing, and says which', async () => {
    await fixture.look(targetId);
    const reason = 'the oldest stored event is younger';
    fixture.audit.missing = {
      firstEventAt: fixture.clock.now + 20_000,
      silences: [],
      unreadable: [],
    };
    await scaleByHand();
    const [{ attribution }] = await findings();
    expect(attribution).toMatchObject({
      level: 'likely',
      principals: ['jane@example.com'],
    });
    expect(attribution?.evidence).toContainEqual({
      kind: 'observation',
      text: `audit events are missing: ${reason}`,
      holds: false,
    });
  });

  it('tells by the last look which side moved, whatever last-applied says', async () => {
    await fixture.look(targetId);
    // As `kubectl apply` of one's own file leaves it.
    const live = liveDeployment({ replicas: 5 });
    live.metadata.annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(live),
    };
    fixture.cluster.set(live);
    await fixture.look(targetId);
    expect(await findings()).toMatchObject([
      { path: 'spec.replicas', direction: 'live-changed' },
    ]);
    await fixture.look(targetId);
    expect((await findings())[0].direction).toBe('live-changed');

    await fixture.repository.commit(
      {
        'deploy/prod/deployment.yaml': DEPLOYMENT.replace(
          'replicas: 3',
          'replicas: 4',
        ),
        'deploy/prod/config.yaml': CONFIG.replace('3000', '5000'),
      },
      'Scale payments up',
    );
    await fixture.look(targetId);
    expect(
      (await findings()).map(({ path, direction }) => [path, direction]).sort(),
    ).toEqual([
      ['data.PAYMENT_TIMEOUT_MS', 'git-ahead'],
      ['spec.replicas', 'both'],
    ]);
  });

  it('reports a deleted object as missing', async () => {
    await fixture.look(targetId);
    fixture.cluster.delete('configmaps', 'payments', 'payments-config');
    await fixture.look(targetId);
    expect((await incidents())[0]).toMatchObject({
      title: 'ConfigMap payments-config is missing; no evidence of who',
      severity: 'high',
    });
  });

  it('never takes a forbidden kind for missing, and leaves its incidents open', async () => {
    await fixture.look(targetId);
    await scaleByHand();
    fixture.cluster.faults.set('deployments', 'forbidden');
    await fixture.look(targetId);

    const [incident] = await incidents();
    expect(incident).toMatchObject({
      state: 'open',
      unverifiedSince: fixture.clock.now,
    });
    expect((await target()).look).toMatchObject({
      objectsCompared: 1,
      unverifiable: 1,
      problem: undefined,
    });
    const since = fixture.clock.now;
    await fixture.look(targetId);
    expect((await incidents())[0].unverifiedSince).toBe(since);
    expect(
      (await fixture.store.incidentHistory(incident.id)).map(item => item.kind),
    ).toEqual(['unverified', 'opened']);

    fixture.cluster.faults.clear();
    await fixture.look(targetId);
    expect((await incidents())[0]).toMatchObject({
      state: 'open',
      unverifiedSince: undefined,
    });
  });

  it('says since when and why a cluster cannot be reached', async () => {
    await fixture.look(targetId);
    await scaleByHand();
    fixture.cluster.faults.set('*', 'unreachable');
    await fixture.look(targetId);
    const since = fixture.clock.now;
    await fixture.look(targetId);
    expect((await target()).look).toMatchObject({
      problem: {
        step: 'cluster',
        reason: 'prod-eu could not be read: prod-eu: unreachable (discovery)',
      },
      unverifiedSince: since,
      objectsCompared: 0,
      unverifiable: 2,
    });
    expect((await incidents())[0]).toMatchObject({
      state: 'open',
      unverifiedSince: since,
    });
  });

  it('knows what Git declares where no cluster ever answered', async () => {
    fixture.cluster.faults.set('*', 'unreachable');
    await fixture.look(targetId);
    await fixture.look(targetId);
    expect((await target()).look).toMatchObject({
      objectsTotal: 2,
      objectsCompared: 0,
      unverifiable: 2,
      goodAt: undefined,
    });
    const objects = (await fixture.store.objects([targetId])).get(targetId);
    expect(objects?.map(({ ref, verdict }) => [ref, verdict]).sort()).toEqual([
      ['apps/v1/Deployment/payments/payments-api', 'unverifiable'],
      ['v1/ConfigMap/payments/payments-config', 'unverifiable'],
    ]);
    fixture.cluster.faults.clear();
    await fixture.look(targetId);
    expect((await target()).look).toMatchObject({
      objectsCompared: 2,
      unverifiable: 0,
    });
  });

  it('does not take an object for dropped when a file could not be read', async () => {
    await fixture.look(targetId);
    fixture.cluster.set(liveConfig('8000'));
    await fixture.look(targetId);
    await fixture.repository.commit(
      { 'deploy/prod/config.yaml': 'a: [unclosed' },
      'Break the configuration',
    );
    await fixture.look(targetId);
    expect((await target()).look?.notes).toEqual([
      expect.stringContaining('deploy/prod/config.yaml'),
    ]);
    expect((await incidents())[0]).toMatchObject({
      state: 'open',
      unverifiedSince: fixture.clock.now,
    });
  });

  it('refuses the result of a run that was overtaken', async () => {
    await fixture.look(targetId);
    const { reached, release } = fixture.cluster.hold();
    const late = fixture.runner.run(targetId, 'schedule');
    await reached;
    fixture.cluster.holdNoMore();
    const newer = await fixture.runner.queue(targetId, 'person');
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    await fixture.runner.perform(newer);
    const before = await incidents();
    release();
    await late;

    expect(await incidents()).toEqual(before);
    expect(before[0].state).toBe('open');
    expect(
      (await fixture.store.lastRuns([targetId])).get(targetId),
    ).toMatchObject({ id: newer.id, status: 'succeeded' });
  });

  it('stores one result when two replicas look at the same time', async () => {
    await fixture.look(targetId);
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    fixture.clock.now += 60_000;
    await Promise.all(
      [1, 2, 3].map(() => fixture.runner.run(targetId, 'schedule')),
    );
    expect(await incidents()).toHaveLength(1);
    expect(await findings()).toHaveLength(1);
  });

  it('tells the failure of a run from a fact about the target', async () => {
    await fixture.look(targetId);
    const before = await target();
    jest
      .spyOn(fixture.audit, 'feeds')
      .mockRejectedValueOnce(new Error('connection terminated'));
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    await fixture.look(targetId);
    expect(await target()).toEqual(before);
    const run = (await fixture.store.lastRuns([targetId])).get(targetId);
    expect(run).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('the log of the backend says why'),
    });
    expect(fixture.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('connection terminated'),
    );
  });

  it('writes all or nothing when the database fails in the middle', async () => {
    await fixture.look(targetId);
    const before = await target();
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    await knex.schema.renameTable('drift_incident_history', 'away');
    await fixture.look(targetId);
    expect(await target()).toEqual(before);
    expect(await findings()).toEqual([]);
    await knex.schema.renameTable('away', 'drift_incident_history');
    await fixture.look(targetId);
    expect(await findings()).toHaveLength(1);
  });
});
