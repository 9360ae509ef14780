import type { DirectoryOptions } from '@plumbline/backstage-plugin-plumbline-node';
import { requestOf } from '../__testUtils__/renderFixture';
import { PlainRenderer } from './PlainRenderer';

const configMap = (name: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;

const FILES = {
  'apps/web.yaml': configMap('web'),
  'apps/jobs/nightly.yaml': configMap('nightly'),
  'apps/extra.json': JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'extra' },
  }),
};

const render = (files: Record<string, string>, directory?: DirectoryOptions) =>
  new PlainRenderer().render(requestOf(files, 'apps', { directory }));

const namesOf = async (directory?: DirectoryOptions) =>
  (await render(FILES, directory)).objects.map(
    ({ object }) => object.metadata.name,
  );

describe('PlainRenderer', () => {
  it('takes all manifests below a folder unless it is told otherwise', async () => {
    expect(await namesOf()).toEqual(['web', 'nightly', 'extra']);
  });

  it.each<[DirectoryOptions, string[]]>([
    [{ recurse: false }, ['web', 'extra']],
    [{ recurse: true }, ['web', 'nightly', 'extra']],
    [{ recurse: true, exclude: 'jobs/*' }, ['web', 'extra']],
    [{ recurse: true, include: '*.yaml' }, ['web', 'nightly']],
    [{ include: '{web,extra}.*', exclude: '*.json' }, ['web']],
  ])('takes of a directory with %j', async (directory, names) => {
    expect(await namesOf(directory)).toEqual(names);
  });

  it('says what it left out', async () => {
    const { skipped, objects, notes } = await render(
      {
        ...FILES,
        'apps/kustomization.yaml': 'resources: []\n',
        'apps/raw.yaml': `# +argocd:skip-file-rendering\n${configMap('raw')}`,
        'apps/.argocd-source-web.yaml': 'helm: {}\n',
      },
      { recurse: false, exclude: 'extra*' },
    );
    expect(objects).toHaveLength(1);
    expect(skipped).toEqual([
      {
        path: 'apps/jobs/nightly.yaml',
        reason: 'lies in a folder below, and directory.recurse is off',
      },
      { path: 'apps/extra.json', reason: 'is left out by directory.exclude' },
      {
        path: 'apps/kustomization.yaml',
        reason: 'is a Kustomize file, which plain manifests do not use',
      },
      {
        path: 'apps/raw.yaml',
        reason: 'is marked with +argocd:skip-file-rendering',
      },
      {
        path: 'apps/.argocd-source-web.yaml',
        reason: 'holds parameter overrides of Argo CD',
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('says that it applies no overrides where no Application asks for it', async () => {
    const { notes } = await new PlainRenderer().render(
      requestOf(
        { ...FILES, 'apps/.argocd-source-web.yaml': 'helm: {}\n' },
        'apps',
      ),
    );
    expect(notes).toEqual([
      'apps/.argocd-source-web.yaml holds parameter overrides of Argo CD, which are not applied',
    ]);
  });

  it('does not know what Argo CD makes of Jsonnet, which a plain folder may hold', async () => {
    const files = { ...FILES, 'apps/app.jsonnet': '{}' };
    expect((await render(files, { recurse: false })).errors).toEqual([
      { file: 'apps/app.jsonnet', message: 'Jsonnet is not rendered' },
    ]);
    expect(await render(files)).toMatchObject({
      errors: [],
      skipped: [{ path: 'apps/app.jsonnet' }],
    });
  });
});
