import fs from 'node:fs';
import git from 'isomorphic-git';
import { FileTree, StoryCommit } from '../story/History';
import { writeTree } from '../story/fileTree';

/**
 * Makes a Git repository with one commit per entry of the history.
 *
 * @param options.dateOf - when a commit was made
 * @internal
 */
export async function writeRepository(options: {
  folder: string;
  commits: readonly StoryCommit[];
  /** The files after each commit. */
  trees: readonly FileTree[];
  dateOf: (commit: StoryCommit) => Date;
}): Promise<void> {
  const { folder: dir, commits, trees, dateOf } = options;
  fs.mkdirSync(dir, { recursive: true });
  await git.init({ fs, dir, defaultBranch: 'main' });
  for (const [index, commit] of commits.entries()) {
    const tree = trees[index];
    const previous: FileTree = trees[index - 1] ?? new Map();
    await writeTree(dir, tree, previous);
    for (const filepath of previous.keys()) {
      if (!tree.has(filepath)) {
        await git.remove({ fs, dir, filepath });
      }
    }
    const changed = [...tree.keys()].filter(
      file => tree.get(file) !== previous.get(file),
    );
    await git.add({ fs, dir, filepath: changed });
    const date = dateOf(commit);
    await git.commit({
      fs,
      dir,
      message: commit.message,
      author: {
        ...commit.author,
        timestamp: Math.floor(date.getTime() / 1000),
        timezoneOffset: date.getTimezoneOffset(),
      },
    });
  }
}
