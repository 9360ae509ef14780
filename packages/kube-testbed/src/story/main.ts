import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HOW_TO_GET_BINARIES, findClusterBinaries } from '../cluster';
import { REPOSITORY_FOLDER } from '../repositoryFolders';
import { readHistory, treesOf } from './History';
import { readStory } from './Story';
import { readTree } from './fileTree';
import { recordStory } from './recordStory';

const EXAMPLES = path.join(REPOSITORY_FOLDER, 'examples');

/** Clusters of the example, and whether Plumbline can look at them: only then is there a snapshot. */
const CLUSTERS = [
  { name: 'prod-eu', snapshot: true },
  { name: 'edge-us', snapshot: false },
];

/**
 * `record-story`: plays the example's story anew and replaces `examples/recording`.
 *
 * @internal
 */
export async function main(print: (line: string) => void): Promise<number> {
  const binaries = findClusterBinaries(process.env);
  if (!binaries?.kwok || !binaries.kubeControllerManager) {
    print(HOW_TO_GET_BINARIES);
    print('The story needs kube-controller-manager, kube-scheduler and kwok.');
    return 1;
  }
  const read = (file: string) => readFile(path.join(EXAMPLES, file), 'utf8');
  const commits = readHistory(await read('story/history.yaml'));
  const trees = treesOf(
    commits,
    await readTree(path.join(EXAMPLES, 'manifests')),
  );
  for (const { name, snapshot } of CLUSTERS) {
    print(`== ${name}`);
    await recordStory({
      binaries,
      auditPolicy: path.join(EXAMPLES, 'cluster', 'audit-policy.yaml'),
      story: readStory(await read(`story/${name}.yaml`)),
      commits,
      trees,
      folder: path.join(EXAMPLES, 'recording', name),
      snapshot,
      log: print,
    });
  }
  return 0;
}
