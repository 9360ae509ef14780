import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';

const PREFIX = 'plumbline-render-';
/** No render takes nearly as long. */
const LEFT_BEHIND = 3_600_000;

/** A fresh folder for one render, which nobody else can read. */
export class Workspace {
  /** Where files are. */
  readonly source: string;
  /** An empty home, whose folders a program may fill. */
  readonly home: string;
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
    this.source = join(root, 'source');
    this.home = join(root, 'home');
  }

  /** @param parent - where temporary folders may be made */
  static async create(
    parent: string,
    files: readonly RepositoryFile[],
  ): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(parent, PREFIX)));
    try {
      await mkdir(workspace.home, { mode: 0o700 });
      await mkdir(workspace.source, { mode: 0o700 });
      for (const file of files) {
        await workspace.#write(file);
      }
      return workspace;
    } catch (error) {
      await workspace.remove();
      throw error;
    }
  }

  /**
   * Removes what a backend left behind that was killed while it rendered.
   *
   * @returns what is still there, since it belongs to somebody else
   */
  static async removeLeftovers(parent: string): Promise<string[]> {
    const names = await readdir(parent);
    const left: string[] = [];
    for (const name of names.filter(item => item.startsWith(PREFIX))) {
      const folder = join(parent, name);
      if (!(await removeOld(folder))) {
        left.push(folder);
      }
    }
    return left;
  }

  async remove(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
  }

  async #write({ path, text, bytes }: RepositoryFile): Promise<void> {
    const target = join(this.source, path);
    const way = relative(this.source, target);
    if (way === '' || way.split(sep)[0] === '..') {
      throw new Error('A file of a tree lies outside of the tree');
    }
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    // `wx`: no file is written twice, and nothing that is there is followed.
    await writeFile(target, bytes ?? text, { mode: 0o600, flag: 'wx' });
  }
}

/** @returns false when it is old and may not be removed */
async function removeOld(folder: string): Promise<boolean> {
  try {
    // Of a link, its own age; what it leads to is not ours.
    const { mtimeMs } = await lstat(folder);
    if (Date.now() - mtimeMs > LEFT_BEHIND) {
      await rm(folder, { recursive: true, force: true });
    }
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      // Another backend was faster.
      return true;
    }
    if (code === 'EACCES' || code === 'EPERM') {
      return false;
    }
    throw error;
  }
}
