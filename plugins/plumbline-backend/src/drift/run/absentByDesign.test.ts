import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  createDriftFixture,
  DEPLOYMENT,
  liveDeployment,
} from '../__testUtils__/driftFixture';

const databases = createTestDatabases();
jest.setTimeout(60_000);

const GENERATED = `---
apiVersion: v1
kind: ConfigMap
metadata:
  generateName: migration-
data:
  step: one
`;
const HOOK = `---
apiVersion: v1
kind: ConfigMap
metadata:
  name: before-sync
  annotations:
    argocd.argoproj.io/hook: PreSync
`;

describe('looks at what Git declares and no cluster keeps', () => {
  it('leaves none out in silence, and takes none for missing', async () => {
    const knex = await databases.init(databases.eachSupportedId()[0][0]);
    await migrate(knex);
    const fixture = await createDriftFixture(knex, ['payments']);
    await fixture.repository.commit(
      { 'deploy/prod/all.yaml': `${DEPLOYMENT}${GENERATED}${HOOK}` },
      'Migrate before each sync',
    );
    fixture.cluster.set(liveDeployment());
    const [{ id }] = await fixture.declare();
    await fixture.look(id);

    const findings = await fixture.store.openFindings([id]);
    expect(
      findings.map(({ ref, verdict, reason }) => ({ ref, verdict, reason })),
    ).toEqual(
      expect.arrayContaining([
        {
          ref: 'v1/ConfigMap/payments/before-sync',
          verdict: 'expected',
          reason: 'Argo CD hook: exists only while it runs',
        },
        {
          ref: 'v1/ConfigMap/payments/migration-',
          verdict: 'expected',
          reason: 'generateName: each apply makes an object of another name',
        },
      ]),
    );
    expect(findings).toHaveLength(2);
    await fixture.repository.remove();
  });
});
