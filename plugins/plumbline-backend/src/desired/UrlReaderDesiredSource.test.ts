import { mockServices } from '@backstage/backend-test-utils';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { UrlReaderDesiredSource } from './UrlReaderDesiredSource';

const LOCATION = 'url:https://github.com/shop/deploy/tree/main/';
const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
);

function source(
  files: Record<string, string>,
  limits = { bytes: 100, files: 3, depth: 2 },
) {
  const readTree = jest.fn<
    ReturnType<UrlReaderService['readTree']>,
    Parameters<UrlReaderService['readTree']>
  >(async (_url, options) => {
    if (options?.etag === 'sha1') {
      throw new NotModifiedError();
    }
    return {
      etag: 'sha1',
      files: async () =>
        Object.entries(files)
          .filter(([path, text]) =>
            options?.filter?.(path, { size: text.length }),
          )
          .map(([path, text]) => ({
            path,
            content: async () => Buffer.from(text),
          })),
      archive: async () => Promise.reject(new Error('not used')),
      dir: async () => Promise.reject(new Error('not used')),
    };
  });
  return {
    readTree,
    source: new UrlReaderDesiredSource({
      urlReader: mockServices.urlReader.mock({ readTree }),
      integrations,
      limits,
    }),
  };
}

describe('UrlReaderDesiredSource', () => {
  it('reads manifest files below the path at one commit, once per commit', async () => {
    const { source: subject, readTree } = source({
      'prod/b.yaml': 'b',
      'prod/a.yaml': 'a',
      'prod/README.md': 'no',
      'production/c.yaml': 'c',
    });
    const tree = await subject.read(LOCATION, 'prod');
    expect(tree).toEqual({
      commit: { sha: 'sha1' },
      files: [
        { path: 'prod/a.yaml', text: 'a' },
        { path: 'prod/b.yaml', text: 'b' },
      ],
      refused: [],
    });
    expect(await subject.read(LOCATION, 'prod')).toBe(tree);
    expect(readTree.mock.calls.map(([, options]) => options?.etag)).toEqual([
      undefined,
      'sha1',
    ]);
  });

  it('refuses hosts without an integration', async () => {
    const { source: subject, readTree } = source({});
    await expect(
      subject.read('url:https://internal.example.com/x', '.'),
    ).rejects.toThrow('No integration is configured for internal.example.com');
    expect(readTree).not.toHaveBeenCalled();
  });

  it('names what an archive delivers as an empty file', async () => {
    const { source: subject } = source({ 'a.yaml': 'a', 'link.yaml': '' });
    expect((await subject.read(LOCATION, '.')).refused).toEqual([
      {
        path: 'link.yaml',
        reason: 'is empty, or a symbolic link; links are not followed',
      },
    ]);
  });

  it.each([
    [{ 'a.yaml': 'x'.repeat(101) }, 'bytes'],
    [{ 'a.yaml': 'x'.repeat(60), 'b.yaml': 'x'.repeat(60) }, 'bytes'],
    [{ '1/2/3/a.yaml': 'a' }, 'depth'],
    [{ '1.yaml': 'a', '2.yaml': 'a', '3.yaml': 'a', '4.yaml': 'a' }, 'files'],
  ])('says which cap %j exceeds', async (files, key) => {
    await expect(source(files).source.read(LOCATION, '.')).rejects.toThrow(
      `plumbline.git.limits.${key}`,
    );
  });

  it('does not quote what the host said', async () => {
    const { source: subject, readTree } = source({});
    readTree.mockRejectedValue(new Error('401 token ghp_secret refused'));
    await expect(subject.read(LOCATION, '.')).rejects.toMatchObject({
      problem: 'unreachable',
      message: 'https://github.com/shop/deploy/tree/main/ could not be read',
    });
  });

  it('links to the line at the host', async () => {
    const { source: subject } = source({});
    expect(
      await subject.evidenceOf(LOCATION, {
        sha: 'sha1',
        file: 'prod/a.yaml',
        line: 7,
      }),
    ).toEqual({
      url: 'https://github.com/shop/deploy/tree/main/prod/a.yaml#L7',
    });
  });
});
