import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { StoredAuditEvent } from '../audit';
import { migrate } from '../database';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { DriftHints, writtenObjects } from './DriftHints';
import { RunQueue } from './RunQueue';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from './__testUtils__/driftFixture';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const changed = (
  change: Partial<StoredAuditEvent['event']>,
): StoredAuditEvent => {
  const stored = scaleEvent({ time: 1_000 });
  return { ...stored, event: { ...stored.event, ...change } };
};

describe('writtenObjects', () => {
  it('tells each written object once', () => {
    const event = scaleEvent({ time: 1_000 });
    expect(writtenObjects([event, event])).toEqual([
      {
        cluster: 'prod-eu',
        apiGroup: 'apps',
        resource: 'deployments',
        namespace: 'payments',
        name: 'payments-api',
      },
    ]);
  });

  it.each<[string, Partial<StoredAuditEvent['event']>]>([
    ['a read', { verb: 'get' }],
    ['a refused write', { outcome: 'denied' }],
    ['a dry run', { dryRun: true }],
    ['a request that has not ended', { stage: 'RequestReceived' }],
    [
      'a status',
      {
        object: {
          apiGroup: 'apps',
          resource: 'deployments',
          subresource: 'status',
        },
      },
    ],
    ['no object', { object: undefined }],
  ])('leaves out %s', (_, change) => {
    expect(writtenObjects([changed(change)])).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('DriftHints on %s', id => {
  let knex: Knex;
  let fixture: Awaited<ReturnType<typeof createDriftFixture>>;
  let targetId: string;
  let queue: RunQueue;
  let hints: DriftHints;

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
    queue = new RunQueue(fixture.runner, 2);
    hints = new DriftHints({
      store: fixture.store,
      runner: fixture.runner,
      queue,
      logger: fixture.logger,
      delay: 20,
    });
  });

  afterEach(async () => {
    hints.stop();
    await queue.idle();
    await fixture.repository.remove();
  });

  const openIncidents = () =>
    fixture.store.countIncidents({ states: ['open'], searchNames: true });
  const until = async (check: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200 && !(await check()); tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };

  it('looks at the target of a written object, once for many writes', async () => {
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    const events = [1, 2, 3].map(n =>
      scaleEvent({ time: fixture.clock.now + n }),
    );
    fixture.audit.events.push(...events);
    events.forEach(event => hints.afterCommit([event]));
    await until(async () => (await openIncidents()) === 1);
    await queue.idle();
    expect(await openIncidents()).toBe(1);
    expect(await knex('drift_runs')).toHaveLength(2);
    expect(
      (await fixture.store.lastRuns([targetId])).get(targetId),
    ).toMatchObject({ trigger: 'audit-hint', status: 'succeeded' });
  });

  it('stores one result when both replicas get a hint', async () => {
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    const other = new DriftHints({
      store: fixture.store,
      runner: fixture.runner,
      queue: new RunQueue(fixture.runner, 2),
      logger: fixture.logger,
      delay: 20,
    });
    const event = scaleEvent({ time: fixture.clock.now + 1 });
    fixture.audit.events.push(event);
    hints.afterCommit([event]);
    other.afterCommit([event]);
    await until(async () => (await knex('drift_runs')).length === 3);
    await until(async () => (await openIncidents()) === 1);
    expect(await openIncidents()).toBe(1);
    other.stop();
  });

  it('does not look because of an object that nobody declares', async () => {
    hints.afterCommit([
      changed({
        object: {
          apiGroup: 'apps',
          resource: 'deployments',
          namespace: 'payments',
          name: 'other',
        },
      }),
    ]);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(await knex('drift_runs')).toHaveLength(1);
  });

  it('looks when a collection of its kind was deleted', async () => {
    hints.afterCommit([
      changed({
        verb: 'deletecollection',
        object: {
          apiGroup: '',
          resource: 'configmaps',
          namespace: 'payments',
        },
      }),
    ]);
    await until(async () => (await knex('drift_runs')).length === 2);
    expect(await knex('drift_runs')).toHaveLength(2);
  });

  it('does not throw when the store fails: the events are kept already', async () => {
    const logger = mockServices.logger.mock();
    const broken = new DriftHints({
      store: {
        targetsWatching: () => Promise.reject(new Error('connection lost')),
      },
      runner: fixture.runner,
      queue,
      logger,
      delay: 1,
    });
    broken.afterCommit([scaleEvent({ time: 1 })]);
    await until(async () => logger.warn.mock.calls.length > 0);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('connection lost'),
    );
  });

  it('tells which entities declare an object', async () => {
    const declares = (name: string) => ({
      cluster: 'prod-eu',
      apiGroup: '',
      resource: 'configmaps',
      namespace: 'payments',
      name,
    });
    expect(
      await fixture.store.entitiesDeclaring([
        declares('other'),
        declares('payments-config'),
      ]),
    ).toEqual([[], ['component:default/payments-api']]);
  });
});
