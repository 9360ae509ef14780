import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  createDriftFixture,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  type DriftFixture,
} from '../__testUtils__/driftFixture';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const AUTOSCALER = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'payments-api', namespace: 'payments' },
  spec: {
    minReplicas: 2,
    maxReplicas: 9,
    scaleTargetRef: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'payments-api',
    },
  },
};

const scaledBy = (manager: string, replicas: number) =>
  liveDeployment({
    replicas,
    managers: [
      {
        manager,
        operation: 'Update',
        subresource: 'scale',
        apiVersion: 'autoscaling/v1',
        time: '2026-11-20T13:00:00Z',
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      },
    ],
  });

describe.each(databases.eachSupportedId())(
  'looks that cannot see a part, on %s',
  id => {
    let knex: Knex;
    let fixture: DriftFixture;
    let targetId: string;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      fixture = await createDriftFixture(knex, [
        'payments',
        '<cluster-scoped>',
      ]);
    });

    afterEach(() => fixture.repository.remove());

    const declare = async (manifests: string) => {
      await fixture.repository.commit(
        { 'deploy/prod/all.yaml': manifests },
        'x',
      );
      [{ id: targetId }] = await fixture.declare();
    };
    const incidents = async () =>
      (await fixture.store.listIncidents({ searchNames: true }, { limit: 50 }))
        .items;
    const findings = async () =>
      (await fixture.store.openFindings([targetId])).map(
        ({ path, verdict }) => ({ path, verdict }),
      );
    const objects = async () =>
      ((await fixture.store.objects([targetId])).get(targetId) ?? []).map(
        ({ ref, verdict }) => ({ ref, verdict }),
      );

    describe('autoscalers', () => {
      const fail = () =>
        fixture.cluster.faults.set('horizontalpodautoscalers', 'forbidden');

      beforeEach(() => declare(DEPLOYMENT));

      it('makes no drift of replicas that one set', async () => {
        fixture.cluster.set(AUTOSCALER);
        fixture.cluster.set(scaledBy('kube-controller-manager', 6));
        await fixture.look(targetId);
        expect(await findings()).toEqual([
          { path: 'spec.replicas', verdict: 'expected' },
        ]);
        const [before] =
          (await fixture.store.objects([targetId])).get(targetId) ?? [];

        fail();
        await fixture.look(targetId);
        expect(await findings()).toEqual([
          { path: 'spec.replicas', verdict: 'unverifiable' },
        ]);
        expect(await incidents()).toEqual([]);
        const [after] =
          (await fixture.store.objects([targetId])).get(targetId) ?? [];
        expect(after.cleanAt).toBe(before.cleanAt);

        fixture.cluster.faults.clear();
        await fixture.look(targetId);
        expect(await findings()).toEqual([
          { path: 'spec.replicas', verdict: 'expected' },
        ]);
        expect(await incidents()).toEqual([]);
      });

      it('still finds what a person scaled', async () => {
        fail();
        fixture.cluster.set(scaledBy('kubectl', 6));
        await fixture.look(targetId);
        expect(await findings()).toEqual([
          { path: 'spec.replicas', verdict: 'drift' },
        ]);
      });

      it('ends no incident about replicas that one may have set since', async () => {
        fixture.cluster.set(scaledBy('kubectl', 6));
        await fixture.look(targetId);
        fail();
        fixture.cluster.set(scaledBy('kube-controller-manager', 6));
        await fixture.look(targetId);
        expect(await incidents()).toMatchObject([
          { state: 'open', unverifiedSince: fixture.clock.now },
        ]);
      });
    });

    describe('kinds', () => {
      const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata:
  name: payments
  labels:
    team: payments
`;

      it('ends no incident of a cluster-scoped object whose kind is not served for a while', async () => {
        await declare(`${DEPLOYMENT}---\n${NAMESPACE}`);
        fixture.cluster.set(liveDeployment());
        fixture.cluster.set({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'payments', labels: { team: 'shop' } },
        });
        await fixture.look(targetId);
        expect(await incidents()).toMatchObject([{ state: 'open' }]);

        fixture.cluster.unserved.add('Namespace');
        await fixture.look(targetId);
        expect(await incidents()).toMatchObject([
          { state: 'open', unverifiedSince: fixture.clock.now },
        ]);
        expect(await objects()).toContainEqual({
          ref: 'v1/Namespace/payments',
          verdict: 'unverifiable',
        });
      });

      it('judges the rest of an object of which a field is encrypted', async () => {
        await declare(`apiVersion: v1
kind: ConfigMap
metadata: { name: payments-config }
data:
  KEY: ENC[AES256_GCM,data:aaaa,type:str]
  PAYMENT_TIMEOUT_MS: '3000'
sops: { mac: aaaa }
`);
        const run = (timeout: string) => {
          const live = liveConfig(timeout);
          fixture.cluster.set({
            ...live,
            data: { KEY: 'plain', PAYMENT_TIMEOUT_MS: timeout },
          });
          return fixture.look(targetId);
        };
        await run('8000');
        expect(await incidents()).toMatchObject([{ state: 'open' }]);

        await run('3000');
        expect(await incidents()).toMatchObject([{ state: 'resolved' }]);
        expect(await findings()).toContainEqual({
          path: 'data.KEY',
          verdict: 'unverifiable',
        });
        expect((await findings()).map(({ verdict }) => verdict)).not.toContain(
          'drift',
        );
      });

      it('leaves out no object of a kind that is only being defined', async () => {
        await declare(`apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Cluster
  names: { kind: Widget, plural: widgets }
  versions: [{ name: v1, served: true, storage: true }]
---
apiVersion: example.com/v1
kind: Widget
metadata: { name: first }
`);
        await fixture.look(targetId);
        expect(await objects()).toEqual(
          expect.arrayContaining([
            { ref: 'example.com/v1/Widget/first', verdict: 'unverifiable' },
          ]),
        );
        expect(await objects()).toHaveLength(2);
      });
    });
  },
);
