import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOW_TO_GET_BINARIES, findClusterBinaries } from '../cluster';
import { CheckList } from './CheckList';
import { CheckedCluster } from './CheckedCluster';
import { ClusterCheck } from './checkCluster';
import { SituationsCheck } from './checkSituations';
import { SITUATIONS } from './situations';

/**
 * `test-cluster`: a real API server, its audit webhook, the real backend, and hand edits that must come out as incidents. Without
 * the programs of a control plane it is skipped.
 *
 * @internal
 */
export async function main(print: (line: string) => void): Promise<number> {
  const binaries = findClusterBinaries(process.env);
  if (!binaries) {
    print(HOW_TO_GET_BINARIES);
    print('0 passed, 0 failed, 1 skipped');
    return 0;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-cluster-'));
  const checks = new CheckList(print);
  let stopped = false;
  try {
    const cluster = await CheckedCluster.start(folder, binaries);
    try {
      const check = new ClusterCheck(cluster, checks);
      await check.run(binaries.kwok !== undefined);
      await new SituationsCheck(cluster, checks).run(
        SITUATIONS.filter(({ needs, title }) => {
          const lacks =
            (needs === 'pods' && !binaries.kwok) ||
            (needs === 'controllers' && !binaries.kubeControllerManager);
          if (lacks) {
            checks.skip(title, `there are no ${needs} here`);
          }
          return !lacks;
        }),
      );
      print(`slowest: ${check.slowest.toFixed(1)} s from command to incident`);
    } finally {
      await cluster.stop();
      stopped = true;
    }
  } catch (error) {
    checks.record(
      'the check runs to its end',
      false,
      error instanceof Error ? error.message : String(error),
    );
  }
  if (stopped && checks.failed === 0) {
    await rm(folder, { recursive: true, force: true });
  } else {
    print(`logs and data are left in ${folder}`);
  }
  print(checks.summary());
  return checks.failed === 0 ? 0 : 1;
}
