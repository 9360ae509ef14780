import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  scaleEvent,
  type DriftFixture,
} from '../__testUtils__/driftFixture';
import { createPaymentsFixture } from '../__testUtils__/paymentsFixture';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'the life of an incident on %s',
  id => {
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
    const findings = () => fixture.store.openFindings([targetId]);

    const scaleByHand = async (replicas = 5, user = 'jane@example.com') => {
      fixture.cluster.set(liveDeployment({ replicas }));
      fixture.audit.events.push(
        scaleEvent({ time: fixture.clock.now + 30_000, replicas, user }),
      );
      await fixture.look(targetId);
    };

    it('changes nothing when it sees the same again', async () => {
      await fixture.look(targetId);
      fixture.cluster.set(liveConfig('8000'));
      await scaleByHand();
      const before = {
        incidents: await incidents(),
        findings: await findings(),
      };
      const [{ id: incidentId }] = before.incidents;
      const history = await fixture.store.incidentHistory(incidentId);

      await fixture.look(targetId);
      await fixture.look(targetId);

      expect(await incidents()).toEqual(before.incidents);
      expect(await findings()).toEqual(
        before.findings.map(finding => ({
          ...finding,
          lastSeenAt: fixture.clock.now,
        })),
      );
      expect(await fixture.store.incidentHistory(incidentId)).toEqual(history);
    });

    it('refreshes an open incident when another person writes the same field', async () => {
      await fixture.look(targetId);
      await scaleByHand(5);
      await scaleByHand(7, 'omar@example.com');
      const all = await incidents();
      expect(all).toHaveLength(1);
      expect(all[0].title).toBe(
        'omar@example.com scaled payments-api from 3 to 7',
      );
      expect(
        (await fixture.store.incidentHistory(all[0].id)).map(
          ({ kind }) => kind,
        ),
      ).toEqual(['refreshed', 'opened']);
    });

    it('resolves as reverted, and takes the incident up again when the difference returns', async () => {
      await fixture.look(targetId);
      await scaleByHand();
      fixture.cluster.set(liveDeployment());
      await fixture.look(targetId);
      const [resolved] = await incidents();
      expect(resolved).toMatchObject({
        state: 'resolved',
        resolution: 'reverted',
        resolvedAt: fixture.clock.now,
      });
      expect(await findings()).toEqual([]);

      await scaleByHand(6);
      const [reopened, ...others] = await incidents();
      expect(others).toEqual([]);
      expect(reopened).toMatchObject({
        id: resolved.id,
        state: 'reopened',
        title: 'jane@example.com scaled payments-api from 3 to 6',
        resolution: undefined,
      });
      expect(
        (await fixture.store.incidentHistory(resolved.id)).map(
          item => item.kind,
        ),
      ).toEqual(['reopened', 'resolved', 'opened']);
    });

    it('opens a new incident when the difference returns after 30 days', async () => {
      await fixture.look(targetId);
      await scaleByHand();
      fixture.cluster.set(liveDeployment());
      await fixture.look(targetId);
      fixture.clock.now += 31 * 86_400_000;
      await scaleByHand(6);
      expect(
        (await incidents()).map(({ number, state }) => [number, state]),
      ).toEqual([
        [2, 'open'],
        [1, 'resolved'],
      ]);
    });

    it('resolves as adopted when Git takes the value over', async () => {
      await fixture.look(targetId);
      await scaleByHand();
      await fixture.repository.commit(
        {
          'deploy/prod/deployment.yaml': DEPLOYMENT.replace(
            'replicas: 3',
            'replicas: 5',
          ),
        },
        'Keep five replicas',
      );
      await fixture.look(targetId);
      expect((await incidents())[0]).toMatchObject({
        state: 'resolved',
        resolution: 'adopted in Git',
      });
    });

    it('resolves as no longer desired when Git drops the object', async () => {
      await fixture.look(targetId);
      fixture.cluster.set(liveConfig('8000'));
      await fixture.look(targetId);
      expect((await incidents())[0]).toMatchObject({
        state: 'open',
        level: 'none',
        // No declared workload reads it.
        severity: 'medium',
      });
      await fixture.repository.commit(
        { 'deploy/prod/config.yaml': undefined },
        'Drop the configuration',
      );
      await fixture.look(targetId);
      expect((await incidents())[0].resolution).toBe('no longer desired');
    });

    it('tells two people apart and keeps one person together', async () => {
      await fixture.look(targetId);
      fixture.cluster.set(
        liveDeployment({
          replicas: 5,
          image: 'registry.example.com/payments-api:2.14.1',
        }),
      );
      fixture.cluster.set(liveConfig('8000'));
      fixture.audit.events.push(
        scaleEvent({ time: fixture.clock.now + 20_000, replicas: 5 }),
      );
      await fixture.look(targetId);
      const open = await incidents();
      expect(open.map(({ title }) => title).sort()).toEqual([
        'data.PAYMENT_TIMEOUT_MS of ConfigMap payments-config differs from Git; no evidence of who',
        'jane@example.com scaled payments-api from 3 to 5',
        'spec.template.spec.containers[name=api].image of Deployment payments-api differs from Git; no evidence of who',
      ]);
    });
  },
);
