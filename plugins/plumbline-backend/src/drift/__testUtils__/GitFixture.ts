import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as git from 'isomorphic-git';

/** A real Git repository in a temporary folder. */
export class GitFixture {
  private constructor(
    /** Folder that may be allowed; the repository lies in it. */
    readonly root: string,
    readonly dir: string,
  ) {}

  static async create(name = 'shop'): Promise<GitFixture> {
    const root = await fs.promises.mkdtemp(join(tmpdir(), 'plumbline-git-'));
    const dir = join(root, name);
    await fs.promises.mkdir(dir);
    await git.init({ fs, dir, defaultBranch: 'main' });
    return new GitFixture(root, dir);
  }

  /** @param files - text by path; undefined removes. @returns the commit's id */
  async commit(
    files: Record<string, string | undefined>,
    message: string,
    author = 'lena.ortiz',
  ): Promise<string> {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.dir, path);
      if (text === undefined) {
        await fs.promises.rm(file);
        await git.remove({ fs, dir: this.dir, filepath: path });
      } else {
        await fs.promises.mkdir(dirname(file), { recursive: true });
        await fs.promises.writeFile(file, text);
        await git.add({ fs, dir: this.dir, filepath: path });
      }
    }
    return git.commit({
      fs,
      dir: this.dir,
      message,
      author: { name: author, email: `${author}@example.com` },
    });
  }

  /** Commits a symbolic link. */
  async commitLink(path: string, target: string): Promise<string> {
    const file = join(this.dir, path);
    await fs.promises.mkdir(dirname(file), { recursive: true });
    await fs.promises.symlink(target, file);
    await git.add({ fs, dir: this.dir, filepath: path });
    return this.commit({}, `Link ${path}`);
  }

  async remove(): Promise<void> {
    await fs.promises.rm(this.root, { recursive: true, force: true });
  }
}
