import type { Knex } from 'knex';
import {
  CONFIG,
  createDriftFixture,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
} from './driftFixture';

/** A drift fixture whose service is declared, and runs as Git says. */
export async function createPaymentsFixture(knex: Knex) {
  const fixture = await createDriftFixture(knex);
  await fixture.repository.commit(
    {
      'deploy/prod/deployment.yaml': DEPLOYMENT,
      'deploy/prod/config.yaml': CONFIG,
    },
    'Deploy payments',
  );
  const [{ id: targetId }] = await fixture.declare();
  fixture.cluster.set(liveDeployment());
  fixture.cluster.set(liveConfig());
  return { fixture, targetId };
}
