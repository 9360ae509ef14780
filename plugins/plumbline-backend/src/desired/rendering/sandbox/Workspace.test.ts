import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workspace } from './Workspace';

describe('Workspace', () => {
  let parent: string;
  let outside: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'workspaces-'));
    outside = await mkdtemp(join(tmpdir(), 'outside-'));
  });

  afterEach(async () => {
    await rm(parent, { recursive: true, force: true });
    await rm(outside, { recursive: true, force: true });
  });

  it('holds the files, and nobody else can read them', async () => {
    const workspace = await Workspace.create(parent, [
      { path: 'a/b.yaml', text: 'text' },
      { path: 'chart.tgz', text: '?', bytes: Uint8Array.of(31, 139) },
    ]);
    const { source, home } = workspace;
    expect(await readFile(join(source, 'a/b.yaml'), 'utf8')).toBe('text');
    expect([...(await readFile(join(source, 'chart.tgz')))]).toEqual([31, 139]);
    for (const folder of [
      join(source, '..'),
      source,
      join(source, 'a'),
      home,
    ]) {
      expect((await stat(folder)).mode % 0o1000).toBe(0o700);
    }
    await workspace.remove();
    expect(existsSync(source)).toBe(false);
  });

  it.each([
    [['../escaped.yaml']],
    [['a/../../escaped.yaml']],
    [['.']],
    [['twice.yaml', 'twice.yaml']],
    [['a', 'a/b.yaml']],
  ])('writes nothing for files %j', async paths => {
    await expect(
      Workspace.create(
        parent,
        paths.map(path => ({ path, text: '' })),
      ),
    ).rejects.toThrow(/outside of the tree|EEXIST|ENOTDIR/);
    expect(await readdir(parent)).toEqual([]);
  });

  it('removes what a killed backend left behind, and nothing that a link leads to', async () => {
    const old = join(parent, 'plumbline-render-old');
    const link = join(parent, 'plumbline-render-link');
    await mkdir(join(old, 'source'), { recursive: true });
    await writeFile(join(old, 'source/secret.yaml'), 'secret');
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(old, yesterday, yesterday);
    await writeFile(join(outside, 'kept.yaml'), 'kept');
    await utimes(outside, yesterday, yesterday);
    await symlink(outside, link);
    const workspace = await Workspace.create(parent, []);
    expect(await Workspace.removeLeftovers(parent)).toEqual([]);
    expect(existsSync(old)).toBe(false);
    expect(existsSync(workspace.source)).toBe(true);
    expect(existsSync(join(outside, 'kept.yaml'))).toBe(true);
  });
});
