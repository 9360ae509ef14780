import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

  static async create(files: readonly RepositoryFile[]): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), PREFIX)));
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

  /** Removes what a backend left behind that was killed while it rendered. */
  static async removeLeftovers(): Promise<void> {
    const names = await readdir(tmpdir());
    for (const name of names.filter(item => item.startsWith(PREFIX))) {
      const folder = join(tmpdir(), name);
      const age = Date.now() - (await modifiedAt(folder));
      if (age > LEFT_BEHIND) {
        await rm(folder, { recursive: true, force: true });
      }
    }
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

/** Now for what another backend has just removed. */
async function modifiedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return Date.now();
    }
    throw error;
  }
}
