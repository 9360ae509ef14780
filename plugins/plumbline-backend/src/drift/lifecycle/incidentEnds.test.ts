import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  liveConfig,
  liveDeployment,
  scaleEvent,
  type DriftFixture,
} from '../__testUtils__/driftFixture';
import { createPaymentsFixture } from '../__testUtils__/paymentsFixture';
import { ruleOf } from '../__testUtils__/ignoreRules';
import { REOPEN_WITHIN } from '../DriftStore';
import { changeState } from './changeState';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const MINUTE = 60_000;
const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: payments-api
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: payments-api }
  minReplicas: 2
  maxReplicas: 10
`;
const LIVE_HPA = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'payments-api', namespace: 'payments' },
  spec: {
    scaleTargetRef: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'payments-api',
    },
    minReplicas: 2,
    maxReplicas: 10,
  },
};
/** The replicas are owned by a manager. */
const owned = (replicas: number, manager: string) =>
  liveDeployment({
    replicas,
    managers: [
      {
        manager,
        operation: 'Update',
        time: '2026-11-20T14:00:00Z',
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      },
    ],
  });

describe.each(databases.eachSupportedId())('an incident on %s', id => {
  let knex: Knex;
  let fixture: DriftFixture;
  let targetId: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    ({ fixture, targetId } = await createPaymentsFixture(knex));
    await fixture.look(targetId);
  });

  afterEach(() => fixture.repository.remove());

  const look = () => fixture.look(targetId);
  const incidents = async () =>
    (await fixture.store.listIncidents({ searchNames: true }, { limit: 50 }))
      .items;
  const told = async () => {
    const [{ id: incidentId }] = await incidents();
    return (await fixture.store.incidentHistory(incidentId)).map(
      ({ kind, text }) => `${kind}: ${text}`,
    );
  };
  const scaledTo = async (replicas: number) => {
    fixture.cluster.set(liveDeployment({ replicas }));
    await look();
  };
  const scaledByHand = async (replicas: number) => {
    fixture.audit.events.push(
      scaleEvent({ time: fixture.clock.now + 30_000, replicas }),
    );
    await scaledTo(replicas);
  };
  const acknowledge = async (until?: number) => {
    const [{ id: incidentId }] = await incidents();
    await fixture.store.changeIncident(incidentId, incident =>
      changeState(
        incident,
        { state: 'acknowledged', until },
        { by: 'user:default/omar', now: fixture.clock.now, newId: () => 'ack' },
      ),
    );
  };

  it('ends when its object is deleted, and another one begins', async () => {
    fixture.cluster.set(liveConfig('8000'));
    await look();
    fixture.cluster.delete('configmaps', 'payments', 'payments-config');
    await look();
    expect(await incidents()).toMatchObject([
      { state: 'open', title: expect.stringContaining('is missing') },
      { state: 'resolved', resolution: 'deleted' },
    ]);
  });

  it('ends when a rule ignores it', async () => {
    await scaledTo(5);
    await fixture.ignoreRules.create(ruleOf());
    await look();
    expect(await incidents()).toMatchObject([
      { state: 'resolved', resolution: 'ignored' },
    ]);
  });

  it('ends when it turns out to be expected', async () => {
    await scaledTo(5);
    await fixture.repository.commit(
      { 'deploy/prod/hpa.yaml': HPA },
      'Scale by load',
    );
    fixture.cluster.set(LIVE_HPA);
    await look();
    expect(await incidents()).toMatchObject([
      { state: 'resolved', resolution: 'expected' },
    ]);
  });

  it('neither ends nor goes on while its object cannot be read', async () => {
    await scaledTo(5);
    fixture.cluster.set(liveDeployment());
    fixture.cluster.faults.set('deployments', 'forbidden');
    await look();
    const since = fixture.clock.now;
    await look();
    expect(await incidents()).toMatchObject([
      { state: 'open', unverifiedSince: since, resolvedAt: undefined },
    ]);
    expect(await told()).toMatchObject([
      expect.stringMatching(/^unverified: It cannot be compared now/),
      expect.stringMatching(/^opened: /),
    ]);
    fixture.cluster.faults.clear();
    await look();
    expect(await incidents()).toMatchObject([
      { state: 'resolved', resolution: 'reverted', unverifiedSince: undefined },
    ]);
  });

  it('goes on when it was gone for less than one check', async () => {
    await scaledTo(5);
    await acknowledge();
    await scaledTo(3);
    expect(await incidents()).toMatchObject([{ state: 'resolved' }]);
    await scaledTo(5);
    expect(await incidents()).toMatchObject([
      { state: 'acknowledged', reopenings: 0 },
    ]);
    expect((await told())[0]).toMatch(
      /^refreshed: Gone for less than one check, and back: /,
    );
  });

  it('is a fight when two managers set a field in turn', async () => {
    for (const [replicas, manager] of [
      [5, 'kube-controller-manager'],
      [3, 'argocd-controller'],
      [5, 'kube-controller-manager'],
    ] as const) {
      fixture.cluster.set(owned(replicas, manager));
      await look();
    }
    expect(await incidents()).toMatchObject([
      {
        title:
          'kube-controller-manager and argocd-controller set spec.replicas of Deployment payments-api in turn',
        causeClass: 'fight',
        fight: {
          managers: ['kube-controller-manager', 'argocd-controller'],
          path: 'spec.replicas',
          turns: 2,
          values: [5, 3],
        },
      },
    ]);
  });

  it('is a fight when it comes back three times in a day', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await scaledByHand(5);
      await scaledTo(3);
      fixture.clock.now += 20 * MINUTE;
    }
    await scaledByHand(5);
    const [incident, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      state: 'reopened',
      reopenings: 4,
      fight: { path: 'spec.replicas', values: [5, 3] },
    });
  });

  it.each([
    ['up to thirty days', 0, ['reopened']],
    ['not a moment longer', 1, ['open', 'resolved']],
  ])('is taken up again %s', async (_, beyond, states) => {
    await scaledTo(5);
    await scaledTo(3);
    fixture.clock.now += REOPEN_WITHIN - MINUTE + beyond;
    await scaledTo(5);
    const all = await incidents();
    expect(all.map(({ state }) => state)).toEqual(states);
    expect(all[0].previousIncident).toEqual(
      beyond ? { id: all[1].id, number: 1 } : undefined,
    );
  });

  it('is open again at the first look after the time of its acknowledgement', async () => {
    await scaledTo(5);
    await acknowledge(fixture.clock.now + 2 * MINUTE);
    await look();
    expect(await incidents()).toMatchObject([{ state: 'acknowledged' }]);
    await look();
    expect(await incidents()).toMatchObject([
      { state: 'open', acknowledgement: undefined },
    ]);
    expect((await told())[0]).toBe(
      'refreshed: The time of the acknowledgement is over',
    );
  });

  it('stays acknowledged while other fields join it', async () => {
    await scaledByHand(5);
    await acknowledge();
    await scaledByHand(7);
    expect(await incidents()).toMatchObject([
      { state: 'acknowledged', findingCount: 1 },
    ]);
  });

  it('keeps the names that its history names, though others acted since', async () => {
    await scaledByHand(5);
    fixture.audit.events.push(
      scaleEvent({
        time: fixture.clock.now + 30_000,
        replicas: 7,
        user: 'omar@example.com',
      }),
    );
    await scaledTo(7);
    expect(await incidents()).toMatchObject([
      {
        principals: ['omar@example.com'],
        people: ['jane@example.com', 'omar@example.com'],
      },
    ]);
  });
});
