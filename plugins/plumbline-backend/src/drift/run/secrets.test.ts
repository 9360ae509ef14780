import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
} from '../__testUtils__/driftFixture';

const databases = createTestDatabases();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('secrets on %s', id => {
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

  const findings = () => fixture.store.openFindings([targetId]);

  it('keeps secrets out of rows and logs', async () => {
    const canary = (n: number) => `canary-${n}-${'x'.repeat(12)}`;
    const encoded = (n: number) => Buffer.from(canary(n)).toString('base64');
    await fixture.repository.commit(
      {
        'deploy/prod/secret.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: db
data:
  password: ${encoded(1)}
stringData:
  token: ${canary(2)}
`,
      },
      'Add a secret',
    );
    fixture.cluster.set({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'db',
        namespace: 'payments',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
            data: { password: encoded(3) },
          }),
        },
      },
      data: { password: encoded(4), token: encoded(5) },
    });
    await fixture.look(targetId);
    const [first] = await findings();
    expect(first.desired).toMatchObject({ masked: true, changed: true });

    const tables = ['drift_findings', 'drift_incidents', 'drift_objects'];
    const rows = await Promise.all(tables.map(name => knex(name)));
    const written = JSON.stringify([
      rows,
      fixture.logger.error.mock.calls,
      fixture.logger.warn.mock.calls,
      fixture.published,
    ]);
    expect(written).toContain('masked');
    for (const n of [1, 2, 3, 4, 5]) {
      expect(written).not.toContain(canary(n).slice(0, 8));
      expect(written).not.toContain(encoded(n).slice(0, 8));
    }
    expect(JSON.stringify(await findings())).not.toMatch(
      /"masked":true[^}]*fingerprint/,
    );
  });
});
