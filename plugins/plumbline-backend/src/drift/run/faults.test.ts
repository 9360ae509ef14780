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

  it('store nothing when they end after one that began later', async () => {
    scale(5);
    const { reached, release } = fixture.cluster.hold();
    const late = fixture.runner.run(targetId, 'schedule');
    await reached;
    fixture.cluster.holdNoMore();
    fixture.cluster.set(liveDeployment());
    await fixture.look(targetId);
    const before = await stored();
    release();
    await late;
    expect(await stored()).toEqual(before);
    expect(await states()).toEqual([]);
  });

  it('let the look that began last stand, whichever was announced first', async () => {
    scale(5);
    await fixture.look(targetId);
    const waiting = await fixture.runner.queue(targetId, 'person');
    const { reached, release } = fixture.cluster.hold();
    const slow = fixture.runner.run(targetId, 'schedule');
    await reached;
    fixture.cluster.holdNoMore();
    scale(3);
    fixture.clock.now += 60_000;
    await fixture.runner.perform(waiting);
    expect(await states()).toEqual(['resolved']);
    release();
    await slow;
    expect(await states()).toEqual(['resolved']);
    expect(await open()).toEqual([]);
  });

  it('find the cause of what was changed while they looked', async () => {
    const { reached, release } = fixture.cluster.hold();
    const slow = fixture.runner.run(targetId, 'schedule');
    await reached;
    fixture.cluster.holdNoMore();
    scale(5);
    fixture.clock.now += 90_000;
    release();
    await slow;
    expect(await open()).toEqual([]);

    await fixture.look(targetId);
    expect(await open()).toMatchObject([
      { path: 'spec.replicas', attribution: { level: 'proven' } },
    ]);
  });

  it('find the cause of what was changed between their begin and their reading', async () => {
    const discover = fixture.cluster.discover.bind(fixture.cluster);
    fixture.cluster.discover = async () => {
      scale(5);
      fixture.clock.now += 60_000;
      return discover();
    };
    await fixture.look(targetId);
    expect(await open()).toMatchObject([
      { path: 'spec.replicas', attribution: { level: 'proven' } },
    ]);
  });

  it('end nothing before it began when a clock was set back', async () => {
    scale(5);
    await fixture.look(targetId);
    fixture.clock.now -= 70_000;
    fixture.cluster.set(liveDeployment());
    await fixture.runner.run(targetId, 'schedule');
    const { items } = await fixture.store.listIncidents(
      { searchNames: true },
      { limit: 50 },
    );
    expect(items).toMatchObject([{ state: 'resolved' }]);
    expect(items[0].resolvedAt).toBeGreaterThanOrEqual(items[0].openedAt);
  });

  it('find a cause after a clock was set back', async () => {
    fixture.clock.now -= 55_000;
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    fixture.audit.events.push(scaleEvent({ time: fixture.clock.now - 2_000 }));
    await fixture.runner.run(targetId, 'schedule');
    expect(await open()).toMatchObject([
      { path: 'spec.replicas', attribution: { level: 'proven' } },
    ]);
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
