import { normalizeEvent } from '@plumbline/kube-audit';
import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  createDriftFixture,
  liveConfig,
  scaleEvent,
  type DriftFixture,
} from '../__testUtils__/driftFixture';

const databases = createTestDatabases();
jest.setTimeout(120_000);

const MANY = 1_000;
const dataOf = (value: string) =>
  Object.fromEntries(
    Array.from({ length: MANY }, (_, index) => [`key-${index}`, value]),
  );

describe.each(databases.eachSupportedId())(
  'one request that changed very much, on %s',
  id => {
    let knex: Knex;
    let fixture: DriftFixture;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      fixture = await createDriftFixture(knex);
    });

    afterEach(() => fixture.repository.remove());

    it('is read once for all that it changed', async () => {
      const { audit, clock, cluster, repository, store } = fixture;
      const keys = Object.keys(dataOf('')).map(key => `  ${key}: git\n`);
      await repository.commit(
        {
          'deploy/prod/all.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: payments-config\ndata:\n${keys.join(
            '',
          )}`,
        },
        'Many settings',
      );
      const [{ id: targetId }] = await fixture.declare();
      cluster.set({ ...liveConfig(), data: dataOf('git') });
      await fixture.look(targetId);

      const time = clock.now + 30_000;
      const body = { ...liveConfig(), data: dataOf('live') };
      cluster.set(body);
      audit.events.push({
        ...scaleEvent({ time }),
        event: normalizeEvent({
          kind: 'Event',
          apiVersion: 'audit.k8s.io/v1',
          level: 'RequestResponse',
          auditID: 'edit',
          stage: 'ResponseComplete',
          requestURI: '/api/v1/namespaces/payments/configmaps/payments-config',
          verb: 'update',
          user: { username: 'jane@example.com', groups: [] },
          userAgent: 'kubectl/v1.36.3',
          objectRef: {
            resource: 'configmaps',
            namespace: 'payments',
            name: 'payments-config',
            apiVersion: 'v1',
          },
          responseStatus: { code: 200 },
          requestObject: body,
          responseObject: body,
          requestReceivedTimestamp: new Date(time).toISOString(),
          stageTimestamp: new Date(time).toISOString(),
        }),
      });
      const before = process.cpuUsage();
      await fixture.look(targetId);
      const { user, system } = process.cpuUsage(before);

      const findings = await store.openFindings([targetId]);
      expect(findings).toHaveLength(MANY);
      expect(
        new Set(
          findings.flatMap(({ attribution }) => attribution?.principals ?? []),
        ),
      ).toEqual(new Set(['jane@example.com']));
      expect((user + system) / 1e6).toBeLessThan(15);
    });
  },
);
