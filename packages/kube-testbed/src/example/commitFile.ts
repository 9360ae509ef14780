import fs from 'node:fs';
import path from 'node:path';
import git from 'isomorphic-git';

/**
 * Commits one file on the main branch of a repository, which is made when it is not there.
 *
 * @internal
 */
export async function commitFile(options: {
  folder: string;
  /** Relative to the folder. */
  file: string;
  text: string;
  message: string;
  author: { name: string; email: string };
}): Promise<void> {
  const { folder: dir, file, text, message, author } = options;
  await git.init({ fs, dir, defaultBranch: 'main' });
  const target = path.join(dir, file);
  await fs.promises.mkdir(path.dirname(target), { recursive: true });
  await fs.promises.writeFile(target, text);
  await git.add({ fs, dir, filepath: file });
  await git.commit({ fs, dir, message, author });
}
