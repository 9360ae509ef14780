import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from '../__testUtils__/driftFixture';
import { driftTables } from '../__testUtils__/driftTables';

const databases = createTestDatabases();
jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('runs that fail on %s', id => {
  let knex: Knex;
  let fixture: Awaited<ReturnType<typeof createDriftFixture>>;
  let targetId: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    fixture = await createDriftFixture(knex);
    await fixture.repository.commit(
      { 'deploy/prod/all.yaml': `${DEPLOYMENT}---\n${CONFIG}` },
      'Deploy payments',
    );
    [{ id: targetId }] = await fixture.declare();
    fixture.cluster.set(liveDeployment());
    fixture.cluster.set(liveConfig());
    await fixture.look(targetId);
  });

  afterEach(() => fixture.repository.remove());

  const scale = (replicas: number) => {
    fixture.cluster.set(liveDeployment({ replicas }));
    fixture.audit.events.push(
      scaleEvent({ time: fixture.clock.now + 30_000, replicas }),
    );
  };
  /** All that is stored; the number of the next run goes on whatever becomes of it. */
  const stored = async () => {
    const { drift_targets: targets, ...others } = await driftTables(knex);
    return { ...others, targets: targets.map(({ ticket, ...rest }) => rest) };
  };
  const lookAtOnce = () =>
    Promise.all(
      [1, 2, 3, 4].map(() => fixture.runner.run(targetId, 'schedule')),
    );
  const states = async () =>
    (
      await fixture.store.listIncidents({ searchNames: true }, { limit: 50 })
    ).items.map(({ state }) => state);
  const open = () => fixture.store.openFindings([targetId]);

  it.each([
    'drift_objects',
    'drift_findings',
    'drift_finding_values',
    'drift_incidents',
    'drift_incident_events',
    'drift_incident_history',
    'drift_runs',
  ])('store nothing when the database refuses %s', async table => {
    scale(5);
    const before = await stored();
    const run = await fixture.runner.queue(targetId, 'schedule');
    fixture.clock.now += 60_000;
    await knex.schema.renameTable(table, 'away');
    await fixture.runner.perform(run);
    await knex.schema.renameTable('away', table);
    expect(await stored()).toEqual(before);
    expect(fixture.logger.error).toHaveBeenCalled();

    await fixture.look(targetId);
    expect(await states()).toEqual(['open']);
    expect(await open()).toMatchObject([
      { path: 'spec.replicas', attribution: { level: 'proven' } },
    ]);
  });

  it('store nothing when they end after a newer one', async () => {
    scale(5);
    const late = await fixture.runner.queue(targetId, 'schedule');
    await fixture.look(targetId);
    const before = await stored();
    fixture.cluster.set(liveDeployment());
    await fixture.runner.perform(late);
    expect(await stored()).toEqual(before);
  });

  it('store nothing of a target that is no longer declared', async () => {
    scale(5);
    const run = await fixture.runner.queue(targetId, 'schedule');
    await fixture.store.removeTargets([targetId]);
    const before = await stored();
    await fixture.runner.perform(run);
    expect(await stored()).toEqual(before);
  });

  it('end as one does when replicas look at once, again and again', async () => {
    for (const [replicas, state] of [
      [5, 'open'],
      [3, 'resolved'],
      [6, 'reopened'],
      [6, 'reopened'],
      [3, 'resolved'],
    ] as const) {
      scale(replicas);
      fixture.clock.now += 60_000;
      await lookAtOnce();
      expect(await states()).toEqual([state]);
      expect(await open()).toHaveLength(state === 'resolved' ? 0 : 1);
    }
    const history = await knex('drift_incident_history').select('kind');
    const kinds = history.map(({ kind }) => kind);
    expect(kinds.filter(kind => kind === 'resolved')).toHaveLength(2);
    expect(kinds.filter(kind => kind === 'reopened')).toHaveLength(1);
    expect(kinds.filter(kind => kind === 'opened')).toHaveLength(1);
  });
});
