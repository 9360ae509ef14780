import { findClusterBinaries, GitHostDouble } from '@plumbline/kube-testbed';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTestDatabases } from '../../../__testUtils__/testDatabases';
import { migrate } from '../../../database';
import { createGitOpsBench, type GitOpsBench } from './createGitOpsBench';
import { GitOpsCluster } from './GitOpsCluster';

/** What a test works with, as it is during that test. */
export interface Scene {
  cluster: GitOpsCluster;
  host: GitHostDouble;
  bench: GitOpsBench;
}

const binaries = findClusterBinaries(process.env);
const helm = binaries && join(dirname(binaries.kubectl), 'helm');

/** `describe` where `KUBEBUILDER_ASSETS` names the programs of a control plane, else a skip. */
export const describeWithCluster: jest.Describe = binaries
  ? describe
  : describe.skip;

/** `describe` where there is `helm` beside them, else a skip. */
export const describeWithHelm: jest.Describe =
  helm !== undefined && existsSync(helm) ? describe : describe.skip;

/**
 * Starts a real control plane for all tests of a `describe`, and a Git host for each.
 *
 * @returns the scene of the running test; nothing is in it outside of tests
 */
export function useScene(): Scene {
  const databases = createTestDatabases();
  const scene = {} as Scene;

  beforeAll(async () => {
    scene.cluster = await GitOpsCluster.start(binaries!);
  });
  afterAll(() => scene.cluster?.stop());

  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    scene.host = await GitHostDouble.start('github');
    scene.bench = await createGitOpsBench(scene.cluster, scene.host, knex);
  });
  afterEach(async () => {
    await scene.cluster.clear();
    await scene.host.stop();
  });

  return scene;
}
