import * as fs from 'node:fs';
import { join } from 'node:path';
import * as git from 'isomorphic-git';
import { GitFixture } from '../drift/__testUtils__/GitFixture';
import { LocalFolders } from './LocalFolders';
import { LocalGitDesiredSource } from './LocalGitDesiredSource';

const limits = { bytes: 1000, files: 5, depth: 3 };

describe('LocalGitDesiredSource', () => {
  let repository: GitFixture;
  let source: LocalGitDesiredSource;

  beforeEach(async () => {
    repository = await GitFixture.create();
    source = new LocalGitDesiredSource({
      folders: new LocalFolders([repository.root]),
      limits,
    });
  });

  afterEach(() => repository.remove());

  it('reads the committed tree, not the work tree', async () => {
    const sha = await repository.commit(
      { 'deploy/a.yaml': 'a: 1\n', 'deploy/README.md': 'no', 'b.yaml': 'b' },
      'First\n\nWith a body',
    );
    await fs.promises.writeFile(join(repository.dir, 'deploy/a.yaml'), 'a: 2');
    await fs.promises.writeFile(join(repository.dir, 'deploy/new.yaml'), 'n');
    expect(await source.read('file:shop', 'deploy')).toEqual({
      commit: {
        sha,
        author: 'lena.ortiz',
        message: 'First',
        time: expect.any(Number),
      },
      files: [{ path: 'deploy/a.yaml', text: 'a: 1\n' }],
      refused: [],
    });
  });

  it('reads one file, the whole repository, and a folder in it as location', async () => {
    await repository.commit({ 'deploy/a.yaml': 'a', 'b.json': '{}' }, 'First');
    const paths = async (location: string, path: string) =>
      (await source.read(location, path)).files.map(file => file.path);
    expect(await paths('file:shop', 'deploy/a.yaml')).toEqual([
      'deploy/a.yaml',
    ]);
    expect(await paths('file:shop', '.')).toEqual(['b.json', 'deploy/a.yaml']);
    expect(await paths('file:shop/deploy', '.')).toEqual(['a.yaml']);
    expect(await paths(`file:${repository.dir}`, '.')).toHaveLength(2);
  });

  it('refuses links and submodules by name', async () => {
    await repository.commit({ 'deploy/a.yaml': 'a' }, 'First');
    await repository.commitLink('deploy/passwd.yaml', '/etc/passwd');
    await repository.commitLink('linked', 'deploy');
    expect((await source.read('file:shop', 'deploy')).refused).toEqual([
      {
        path: 'deploy/passwd.yaml',
        reason: 'is a symbolic link; links are not followed',
      },
    ]);
    await expect(source.read('file:shop', 'linked/a.yaml')).rejects.toThrow(
      'linked is a symbolic link; links are not followed',
    );
    await expect(
      source.read('file:shop', 'deploy/passwd.yaml'),
    ).rejects.toMatchObject({ problem: 'not-allowed' });
  });

  it.each([
    ['file:../shop', 'not-allowed'],
    ['file:/etc', 'not-found'],
    ['file:nowhere', 'not-found'],
    ['file:shop/../../etc', 'not-allowed'],
  ])('does not leave the allowed folders for %s', async (location, problem) => {
    await repository.commit({ 'a.yaml': 'a' }, 'First');
    await expect(source.read(location, '.')).rejects.toMatchObject({ problem });
  });

  it('does not follow a link out of an allowed folder', async () => {
    await fs.promises.symlink('/etc', join(repository.root, 'out'));
    await expect(source.read('file:out', '.')).rejects.toMatchObject({
      problem: 'not-found',
    });
  });

  it('reads nothing until a folder is allowed', async () => {
    const closed = new LocalGitDesiredSource({
      folders: new LocalFolders([]),
      limits,
    });
    await expect(closed.read('file:shop', '.')).rejects.toThrow(
      'plumbline.git.localFolders',
    );
  });

  it('says which cap is exceeded', async () => {
    await repository.commit(
      {
        'bytes/a.yaml': 'x'.repeat(1001),
        'deep/1/2/3/4/a.yaml': 'a',
        ...Object.fromEntries(
          [1, 2, 3, 4, 5, 6].map(n => [`files/${n}.yaml`, 'a']),
        ),
      },
      'First',
    );
    for (const [path, key] of [
      ['bytes', 'bytes'],
      ['deep', 'depth'],
      ['files', 'files'],
    ]) {
      await expect(source.read('file:shop', path)).rejects.toThrow(
        `plumbline.git.limits.${key}`,
      );
    }
  });

  it('tells a missing path from a missing repository', async () => {
    await expect(source.read('file:shop', '.')).rejects.toMatchObject({
      problem: 'not-found',
    });
    await repository.commit({ 'a.yaml': 'a' }, 'First');
    await expect(source.read('file:shop', 'nope')).rejects.toMatchObject({
      problem: 'no-manifests',
    });
  });

  it('knows the commit of each line, and of the file', async () => {
    const first = await repository.commit(
      { 'a.yaml': 'a: 1\nb: 1\nc: 1\n' },
      'First',
      'lena.ortiz',
    );
    await repository.commit({ 'other.yaml': 'x' }, 'Other');
    const second = await repository.commit(
      { 'a.yaml': 'new: 0\na: 1\nb: 2\nc: 1\n' },
      'Second',
      'omar',
    );
    const at = async (line?: number) =>
      (
        await source.evidenceOf('file:shop', {
          sha: second,
          file: 'a.yaml',
          line,
        })
      ).commit?.sha;
    expect(await Promise.all([1, 2, 3, 4].map(at))).toEqual([
      second,
      first,
      second,
      first,
    ]);
    expect(await at()).toBe(second);
    expect(await at(99)).toBeUndefined();
  });

  it('names no commit where a shallow clone ends', async () => {
    const sha = await repository.commit({ 'a.yaml': 'a: 1\n' }, 'First');
    await fs.promises.writeFile(
      join(repository.dir, '.git/shallow'),
      `${sha}\n`,
    );
    expect(
      await source.evidenceOf('file:shop', { sha, file: 'a.yaml', line: 1 }),
    ).toEqual({});
  });

  it('names linked work trees as such', async () => {
    await fs.promises.mkdir(join(repository.root, 'tree'));
    await fs.promises.writeFile(
      join(repository.root, 'tree/.git'),
      'gitdir: /elsewhere',
    );
    await expect(source.read('file:tree', '.')).rejects.toMatchObject({
      problem: 'unsupported',
    });
  });

  it('follows the checked out branch', async () => {
    await repository.commit({ 'a.yaml': 'main' }, 'First');
    await git.branch({ fs, dir: repository.dir, ref: 'next', checkout: true });
    const sha = await repository.commit({ 'a.yaml': 'next' }, 'Second');
    expect((await source.read('file:shop', '.')).commit.sha).toBe(sha);
  });

  it('lists the commits that touch a path, the newest first', async () => {
    const first = await repository.commit({ 'prod/a.yaml': '1' }, 'First');
    await repository.commit({ 'staging/a.yaml': '1' }, 'Elsewhere');
    const second = await repository.commit({ 'prod/b.yaml': '1' }, 'Second');
    const changes = async (path: string, more = {}) => {
      const span = { from: 0, to: Date.now() + 1000, limit: 10 };
      const query = { ...span, path, ...more };
      const { commits } = await source.changes('file:shop', query);
      return commits.map(({ sha }) => sha);
    };
    expect(await changes('prod')).toEqual([second, first]);
    expect(await changes('prod/a.yaml')).toEqual([first]);
    expect(await changes('nowhere')).toEqual([]);
    expect(await changes('.')).toHaveLength(3);
    expect(await changes('prod', { limit: 1 })).toEqual([second]);
    expect(await changes('prod', { to: 1000 })).toEqual([]);
  });

  it('says where a location lies in its repository', async () => {
    await repository.commit({ 'deploy/a.yaml': '1' }, 'First');
    expect(await source.folderOf('file:shop')).toBe('');
    expect(await source.folderOf('file:shop/deploy')).toBe('deploy');
  });
});
