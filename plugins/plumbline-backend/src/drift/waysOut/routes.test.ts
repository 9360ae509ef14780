import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  entityOf,
  liveConfig,
  liveDeployment,
  scaleEvent,
} from '../__testUtils__/driftFixture';
import { startRoutes } from '../__testUtils__/startRoutes';
import { createWaysOutRoutes, WaysOutAnswers } from '.';

const databases = createTestDatabases();
jest.setTimeout(60_000);

async function start(knex: Knex, denied: string[] = []) {
  const fixture = await createDriftFixture(knex);
  const waysOut = new WaysOutAnswers(fixture);
  const routes = await startRoutes(
    services => createWaysOutRoutes({ waysOut, ...services }),
    denied,
  );
  return { ...fixture, ...routes };
}

describe.each(databases.eachSupportedId())('ways out, %p', databaseId => {
  let knex: Knex;
  let fixture: Awaited<ReturnType<typeof start>>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });

  afterEach(async () => {
    await fixture.repository.remove();
    await knex.destroy();
  });

  /** Scaled by hand, the timeout changed too. @returns the incident that holds the path */
  async function drifted(path: string, entity = entityOf()) {
    await fixture.repository.commit(
      { 'deploy/prod/app.yaml': `# ours\n${DEPLOYMENT}---\n${CONFIG}` },
      'Deploy',
    );
    fixture.cluster.set(liveDeployment({ replicas: 5 }));
    fixture.cluster.set(liveConfig('9000'));
    const [target] = await fixture.declare(entity);
    const time = fixture.clock.now + 30_000;
    fixture.audit.events.push(scaleEvent({ time }));
    await fixture.look(target.id);
    const findings = await fixture.store.openFindings([target.id]);
    return findings.find(finding => finding.path === path)?.incidentId ?? '';
  }

  it('gives the patch and the commands', async () => {
    fixture = await start(knex);
    const id = await drifted('spec.replicas');
    const { body, status } = await fixture.get(`/incidents/${id}/ways-out`);
    expect(status).toBe(200);
    expect(body.adopt.reason).toBeUndefined();
    expect(body.adopt.patches).toHaveLength(1);
    const [patch] = body.adopt.patches;
    expect(patch.file).toBe('deploy/prod/app.yaml');
    expect(patch.paths).toContain('spec.replicas');
    expect(patch.patch).toContain('-  replicas: 3\n+  replicas: 5\n');
    expect(patch.commit.message).toBe('Deploy');
    const texts = body.restore.commands.map(
      ({ text }: { text: string }) => text,
    );
    expect(texts[0]).toBe(
      'kubectl scale deployment/payments-api --replicas=3 -n payments',
    );
    expect(texts.at(-1)).toBe(
      'kubectl apply -f deploy/prod/app.yaml -n payments',
    );
    expect(body.restore.commands[0].warnings).toEqual([
      { severity: 'warning', title: 'Ends 2 pods' },
    ]);
  });

  it('names the incidents that applying the file would end', async () => {
    fixture = await start(knex);
    const id = await drifted('spec.replicas');
    const findings = await fixture.store.openFindings([
      (await fixture.store.getIncident(id))?.targetId ?? '',
    ]);
    const other = findings.find(({ incidentId }) => incidentId !== id);
    const { body } = await fixture.get(`/incidents/${id}/ways-out`);
    expect(body.restore.ends.map((one: { id: string }) => one.id)).toEqual(
      other ? [other.incidentId] : [],
    );
  });

  it('says what moved since the last look, and adopts what is live now', async () => {
    fixture = await start(knex);
    const id = await drifted('spec.replicas');
    fixture.cluster.set(liveDeployment({ replicas: 8 }));
    const { body } = await fixture.get(`/incidents/${id}/ways-out`);
    expect(body.adopt.patches[0].patch).toContain('+  replicas: 8\n');
    expect(body.restore.commands[0].warnings).toContainEqual({
      severity: 'info',
      title: 'Changed again since the last check',
      text: 'spec.replicas.',
    });
  });

  it('says why when the object may not be read', async () => {
    fixture = await start(knex);
    const id = await drifted('spec.replicas');
    fixture.cluster.faults.set('*', 'forbidden');
    const { body } = await fixture.get(`/incidents/${id}/ways-out`);
    expect(body.adopt.patches).toEqual([]);
    expect(body.adopt.notAdopted[0].reason).toContain('forbidden');
    expect(body.restore.commands).toEqual([]);
    expect(body.restore.reason).toContain('forbidden');
  });

  it('has nothing for a resolved incident', async () => {
    fixture = await start(knex);
    const id = await drifted('spec.replicas');
    fixture.cluster.set(liveDeployment());
    fixture.cluster.set(liveConfig());
    const targetId = (await fixture.store.getIncident(id))?.targetId ?? '';
    await fixture.look(targetId);
    const { body } = await fixture.get(`/incidents/${id}/ways-out`);
    expect(body.adopt.reason).toContain('resolved');
    expect(body.restore.reason).toContain('resolved');
  });

  it('hides incidents of entities that the reader may not see', async () => {
    fixture = await start(knex);
    const id = await drifted('spec.replicas', {
      ...entityOf(),
      entityRef: 'component:default/ledger',
    });
    expect((await fixture.get(`/incidents/${id}/ways-out`)).status).toBe(404);
    expect((await fixture.get('/incidents/none/ways-out')).status).toBe(404);
  });

  it('asks for the permission and for a user', async () => {
    fixture = await start(knex, ['plumbline.drift.read']);
    const id = await drifted('spec.replicas');
    const path = `/incidents/${id}/ways-out`;
    expect((await fixture.get(path)).status).toBe(403);
    const service = await fixture
      .get(path)
      .set('Authorization', mockCredentials.service.header());
    expect(service.status).toBe(403);
  });
});
