import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GitHostDouble } from '@plumbline/kube-testbed';
import { UrlReaderDesiredSource } from './UrlReaderDesiredSource';

const LIMITS = { bytes: 1_000, files: 5, depth: 2 };

function sourceFor(
  integrations: object,
  kept?: ConstructorParameters<typeof UrlReaderDesiredSource>[0]['kept'],
) {
  const config = new ConfigReader({ integrations });
  const logger = mockServices.logger.mock();
  const source = new UrlReaderDesiredSource({
    urlReader: UrlReaders.default({ config, logger }),
    integrations: ScmIntegrations.fromConfig(config),
    limits: LIMITS,
    logger,
    kept,
  });
  return { source, logger };
}

describe.each(['github', 'gitlab', 'gitea'] as const)(
  'UrlReaderDesiredSource reading from the API of %s',
  kind => {
    let host: GitHostDouble;
    let source: UrlReaderDesiredSource;
    const at = (ref: string) =>
      ({
        github: `url:${host.repository}/tree/${ref}/`,
        gitlab: `url:${host.repository}/-/tree/${ref}/`,
        gitea: `url:${host.repository}/src/branch/${ref}/`,
      }[kind]);

    beforeEach(async () => {
      host = await GitHostDouble.start(kind);
      source = sourceFor(host.integrations).source;
    });

    afterEach(() => host.stop());

    it('reads the files below a path at one commit', async () => {
      const sha = host.commit(
        {
          'prod/b.yaml': 'b: 1',
          'prod/a.yaml': 'a: 1',
          'prod/values.txt': 'text',
          'production/c.yaml': 'c: 1',
        },
        'First',
      );
      const tree = await source.read(at('main'), 'prod');
      expect(tree.commit.sha).toBe(sha);
      expect(tree.files).toEqual([
        { path: 'prod/a.yaml', text: 'a: 1' },
        { path: 'prod/b.yaml', text: 'b: 1' },
      ]);
      const all = await source.read(at('main'), 'prod', { files: 'all' });
      expect(all.files.map(({ path }) => path)).toContain('prod/values.txt');
      const folder = await source.read(`${at('main')}prod`, '.');
      expect(folder.files.map(({ path }) => path)).toEqual([
        'a.yaml',
        'b.yaml',
      ]);
    });

    it('downloads a commit once for all paths, branches and spellings', async () => {
      const sha = host.commit({ 'a/x.yaml': 'x', 'b/y.yaml': 'y' }, 'First');
      host.branches.set('release', sha);
      await Promise.all([
        source.read(at('main'), 'a'),
        source.read(at('main'), 'b'),
      ]);
      const before = host.archives.length;
      await source.read(at('main'), '.', { files: 'all' });
      await source.read(at('main'), 'a', { revision: sha });
      await source.read(`url:${host.repository}.git`, 'b', { revision: sha });
      expect(host.archives).toHaveLength(before);
      expect(before).toBeLessThanOrEqual(kind === 'gitea' ? 2 : 1);
    });

    it('reads an older commit, and another branch, where the location names the newest', async () => {
      const first = host.commit({ 'a.yaml': 'old' }, 'First');
      host.commit({ 'a.yaml': 'new' }, 'Second');
      host.branches.set('feature/x', first);
      const text = async (revision?: string) => {
        const tree = await source.read(at('main'), '.', { revision });
        return tree.files[0].text;
      };
      expect(await text()).toBe('new');
      expect(await text(first)).toBe('old');
      expect(await text('feature/x')).toBe('old');
    });

    it('takes the default branch of an address without a ref', async () => {
      const sha = host.commit({ 'a.yaml': 'a' }, 'First');
      const tree = await source.read(`url:${host.repository}`, '.');
      expect(tree.commit.sha).toBe(sha);
    });

    it('sends the credentials of the integration', async () => {
      host.commit({ 'a.yaml': 'a' }, 'First');
      await source.read(at('main'), '.');
      expect([...host.tokens].every(token => token?.includes('word'))).toBe(
        true,
      );
    });

    it('says that a branch does not exist, and that the host does not answer', async () => {
      host.commit({ 'a.yaml': 'a' }, 'First');
      await expect(source.read(at('nope'), '.')).rejects.toMatchObject({
        problem: 'not-found',
      });
      host.status = 500;
      await expect(source.read(at('main'), '.')).rejects.toMatchObject({
        problem: 'unreachable',
        message: expect.not.stringContaining('word'),
      });
    });
  },
);

describe('UrlReaderDesiredSource', () => {
  let host: GitHostDouble;

  beforeEach(async () => {
    host = await GitHostDouble.start('github');
  });

  afterEach(() => host.stop());

  it('knows who made the commit, who last touched a file, and where its line is shown', async () => {
    const { source } = sourceFor(host.integrations);
    const first = host.commit({ 'prod/a.yaml': 'a' }, 'First\n\nbody');
    const second = host.commit({ 'prod/b.yaml': 'b' }, 'Second');
    const location = `url:${host.repository}/tree/main/prod`;
    expect((await source.read(location, '.')).commit).toEqual({
      sha: second,
      author: 'lena.ortiz',
      message: 'Second',
      time: Date.parse('2026-11-20T14:00:00Z'),
      url: `${host.repository}/commit/${second}`,
    });
    const at = { sha: second, file: 'a.yaml', line: 7 };
    expect(await source.evidenceOf(location, at)).toEqual({
      commit: expect.objectContaining({ sha: first, message: 'First' }),
      url: `${host.repository}/tree/${second}/prod/a.yaml#L7`,
    });
    const before = host.requests.length;
    await source.evidenceOf(location, at);
    expect(host.requests).toHaveLength(before);
  });

  it('asks GitLab for the same', async () => {
    const gitlab = await GitHostDouble.start('gitlab');
    try {
      const { source } = sourceFor(gitlab.integrations);
      const sha = gitlab.commit({ 'a.yaml': 'a' }, 'First');
      gitlab.commit({ 'b.yaml': 'b' }, 'Second');
      const location = `url:${gitlab.repository}/-/tree/main/`;
      const { commit } = await source.evidenceOf(location, {
        sha: gitlab.branches.get('main')!,
        file: 'a.yaml',
      });
      expect(commit).toEqual({
        sha,
        author: 'lena.ortiz',
        message: 'First',
        time: Date.parse('2026-11-20T14:00:00Z'),
        url: `${gitlab.repository}/-/commit/${sha}`,
      });
    } finally {
      await gitlab.stop();
    }
  });

  it('looks without the evidence that the host does not give', async () => {
    const { source, logger } = sourceFor(host.integrations);
    const sha = host.commit({ 'a.yaml': 'a' }, 'First');
    host.status = 500;
    const evidence = await source.evidenceOf(
      `url:${host.repository}/tree/main/`,
      { sha, file: 'a.yaml' },
    );
    expect(evidence).toMatchObject({ commit: undefined });
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('a.yaml'));
  });

  it('reads folders on their own when the repository is larger than what is kept', async () => {
    const sha = host.commit(
      { 'prod/a.yaml': 'a', 'other/big.yaml': 'x'.repeat(5_000) },
      'First',
    );
    const { source } = sourceFor(host.integrations, {
      bytes: 2_000,
      otherFileBytes: 1_000,
      files: 100,
      cacheBytes: 10_000,
    });
    const location = `url:${host.repository}/tree/main/`;
    const tree = await source.read(location, 'prod');
    expect(tree).toMatchObject({
      commit: { sha, author: 'lena.ortiz' },
      files: [{ path: 'prod/a.yaml', text: 'a' }],
    });
    const before = host.archives.length;
    expect((await source.read(location, 'prod')).files).toEqual(tree.files);
    expect(host.archives).toHaveLength(before);
    await expect(source.read(location, '.')).rejects.toThrow(
      'plumbline.git.limits.bytes',
    );
  });

  it('forgets the repositories that were not read for longest', async () => {
    const first = host.commit({ 'a.yaml': 'a'.repeat(900) }, 'First');
    const second = host.commit({ 'a.yaml': 'b'.repeat(900) }, 'Second');
    const { source } = sourceFor(host.integrations, {
      bytes: 2_000,
      otherFileBytes: 1_000,
      files: 100,
      cacheBytes: 2_500,
    });
    for (const revision of [first, second, second, first]) {
      await source.read(`url:${host.repository}`, '.', { revision });
    }
    expect(host.archives).toHaveLength(3);
  });

  it('follows a host within itself, and takes its credentials nowhere else', async () => {
    const sha = host.commit({ 'a.yaml': 'a' }, 'First');
    const other = await GitHostDouble.start('github');
    try {
      const api = `http://${host.host}/api/v3/repos/shop/deploy`;
      host.redirects.set('/commits/old-name', `${api}/commits/main`);
      const location = `url:${host.repository}`;
      const read = (revision: string) =>
        sourceFor(host.integrations).source.read(location, '.', { revision });
      expect((await read('old-name')).commit.sha).toBe(sha);

      host.redirects.set('/commits/away', `http://${other.host}/commits/away`);
      host.redirects.set('/commits/round', `${api}/commits/round`);
      for (const revision of ['away', 'round']) {
        await expect(read(revision)).rejects.toMatchObject({
          problem: 'unreachable',
          message: `${host.repository} at ${revision} could not be read`,
        });
      }
      expect(other.requests).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it.each(['../../other/repo', 'main?archive=1', 'a b', '-x'])(
    'asks nobody for the revision %s',
    async revision => {
      const { source } = sourceFor(host.integrations);
      await expect(
        source.read(`url:${host.repository}`, '.', { revision }),
      ).rejects.toThrow('cannot be the name of a branch, a tag or a commit');
      expect(host.requests).toEqual([]);
    },
  );

  it('refuses hosts without an integration', async () => {
    const { source } = sourceFor(host.integrations);
    for (const location of [
      'url:https://internal.example.com/x',
      'url:git@internal.example.com:a/b.git',
      'url:file:///etc',
      'url:ext::sh -c id',
    ]) {
      await expect(source.read(location, '.')).rejects.toMatchObject({
        problem: 'not-allowed',
        message: expect.stringContaining('No integration is configured for'),
      });
    }
    expect(host.requests).toEqual([]);
  });

  it('names what an archive delivers as an empty file, and lets files be there to be empty', async () => {
    const { source } = sourceFor(host.integrations);
    host.commit(
      { 'a.yaml': 'a', 'link.yaml': undefined, '.gitkeep': '' },
      'First',
    );
    const location = `url:${host.repository}`;
    expect(
      (await source.read(location, '.', { files: 'all' })).refused,
    ).toEqual([
      {
        path: 'link.yaml',
        reason:
          'is empty, or a symbolic link; links are not followed, and a comment in an empty file tells it from one',
      },
    ]);
  });

  it('remembers of a large repository what is not in it', async () => {
    const { source } = sourceFor(host.integrations, {
      bytes: 10,
      otherFileBytes: 100,
      files: 100,
      cacheBytes: 10_000,
    });
    host.commit({ 'a.yaml': `a: ${'x'.repeat(20)}` }, 'First');
    const read = () =>
      source.read(`url:${host.repository}`, 'gone.yaml', { files: 'all' });
    await expect(read()).rejects.toMatchObject({ problem: 'no-manifests' });
    const { length } = host.archives;
    await expect(read()).rejects.toMatchObject({ problem: 'no-manifests' });
    expect(host.archives).toHaveLength(length);
  });

  it('names a file that is too large to be kept, where it could matter', async () => {
    const { source } = sourceFor(host.integrations, {
      bytes: 5_000,
      otherFileBytes: 100,
      files: 100,
      cacheBytes: 10_000,
    });
    host.commit({ 'a.yaml': 'a', 'logo.png': 'x'.repeat(200) }, 'First');
    const location = `url:${host.repository}`;
    expect((await source.read(location, '.')).refused).toEqual([]);
    expect(
      (await source.read(location, '.', { files: 'all' })).refused,
    ).toEqual([{ path: 'logo.png', reason: 'is larger than 100 bytes' }]);
  });

  it.each([
    [{ 'a.yaml': 'x'.repeat(1_001) }, 'bytes'],
    [{ 'a.yaml': 'x'.repeat(600), 'b.yaml': 'x'.repeat(600) }, 'bytes'],
    [{ '1/2/3/a.yaml': 'a' }, 'depth'],
    [
      Object.fromEntries([1, 2, 3, 4, 5, 6].map(n => [`${n}.yaml`, 'a'])),
      'files',
    ],
  ])('says which cap is exceeded (%#)', async (files, key) => {
    const { source } = sourceFor(host.integrations);
    host.commit(files, 'First');
    await expect(source.read(`url:${host.repository}`, '.')).rejects.toThrow(
      `plumbline.git.limits.${key}`,
    );
  });
});
