import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileTree } from './History';

/**
 * Reads all files below a folder; paths are relative to it, with `/`.
 *
 * @internal
 */
export async function readTree(folder: string): Promise<FileTree> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
  const tree = new Map<string, string>();
  for (const file of files) {
    tree.set(
      path.relative(folder, file).split(path.sep).join('/'),
      await readFile(file, 'utf8'),
    );
  }
  return tree;
}

/**
 * Makes the files of a folder those of `tree`; what `previous` had and `tree` has not is removed.
 *
 * @internal
 */
export async function writeTree(
  folder: string,
  tree: FileTree,
  previous: FileTree = new Map(),
): Promise<void> {
  for (const file of previous.keys()) {
    if (!tree.has(file)) {
      await rm(path.join(folder, file));
    }
  }
  for (const [file, text] of tree) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}
