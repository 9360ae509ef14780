import { DesiredStateError } from '../DesiredStateError';
import type { ControllerRef } from './ControllerRef';
import { applicationSources } from './argo/applicationSources';
import { kustomizationSource } from './flux/kustomizationSource';
import type { LocatedSource } from './LocatedSource';
import { settleSource } from './settleSource';

const REF: Omit<ControllerRef, 'kind'> = {
  cluster: 'prod',
  namespace: 'argocd',
  name: 'web',
};
const URL = 'https://github.com/shop/deploy';

const [APPLICATION] = applicationSources(
  { ...REF, kind: 'Application' },
  { spec: { source: { repoURL: URL, path: 'deploy' } } },
);

const fluxSource = (spec: object = {}): LocatedSource =>
  kustomizationSource(
    { ...REF, kind: 'Kustomization' },
    {
      spec: {
        path: './clusters/prod',
        sourceRef: { kind: 'GitRepository', name: 'shop' },
        ...spec,
      },
    },
    { spec: { url: URL } },
  );

const settle = (source: LocatedSource, files: Record<string, string>) =>
  settleSource(source, {
    manifests: async () =>
      Object.entries(files).map(([path, text]) => ({ path, text })),
    has: async path => Object.hasOwn(files, path),
  });

describe('settleSource of an Application', () => {
  it('takes what its Image Updater wrote, that of this Application last', async () => {
    expect(
      await settle(APPLICATION, {
        'deploy/.argocd-source.yaml': 'kustomize: { images: [web:v1] }\n',
        'deploy/.argocd-source-web.yaml': 'kustomize:\n  images:\n  - web:v2\n',
        'deploy/.argocd-source-other.yaml': 'kustomize: { images: [web:v3] }\n',
        'deploy/below/.argocd-source.yaml': 'helm: { releaseName: x }\n',
      }),
    ).toMatchObject({
      renderer: 'kustomize',
      options: { kustomize: { images: [{ name: 'web', newTag: 'v2' }] } },
    });
  });

  it('stays as it is without such a file, and with an empty one', async () => {
    expect(await settle(APPLICATION, {})).toBe(APPLICATION);
    expect(
      await settle(APPLICATION, { 'deploy/.argocd-source.yaml': '# none\n' }),
    ).toBe(APPLICATION);
  });

  it.each(['- web:v2\n', 'a: [\n', '{}\n---\n{}\n', 'web\n'])(
    'refuses %j and names the file',
    async text => {
      await expect(
        settle(APPLICATION, { 'deploy/.argocd-source-web.yaml': text }),
      ).rejects.toThrow(
        new DesiredStateError(
          'unsupported',
          'deploy/.argocd-source-web.yaml holds parameter overrides of Argo CD that cannot be read: one YAML map is expected',
        ),
      );
    },
  );
});

describe('settleSource of a Flux Kustomization', () => {
  it.each<[string, string[], string]>([
    ['manifests only', ['clusters/prod/a.yaml'], 'plain'],
    ['a kustomization', ['clusters/prod/kustomization.yaml'], 'kustomize'],
    [
      'a kustomization in a folder below',
      ['clusters/prod/a.yaml', 'clusters/prod/flux-system/kustomization.yml'],
      'kustomize',
    ],
    ['a chart, which is none to it', ['clusters/prod/Chart.yaml'], 'plain'],
  ])('renders a folder with %s', async (_, paths, renderer) => {
    const files = Object.fromEntries(paths.map(path => [path, '']));
    expect(await settle(fluxSource(), files)).toMatchObject({
      renderer,
      unsupported: [],
    });
  });

  it('renders with what it changes by Kustomize', async () => {
    const source = fluxSource({ targetNamespace: 'shop' });
    expect(await settle(source, { 'clusters/prod/a.yaml': '' })).toMatchObject({
      renderer: 'kustomize',
    });
  });

  it('does not guess what it leaves out of a folder', async () => {
    const ignoring = { 'clusters/prod/.sourceignore': 'a.yaml\n' };
    expect((await settle(fluxSource(), ignoring)).unsupported).toEqual([
      'files that clusters/prod/.sourceignore leaves out of a folder without a kustomization',
    ]);
    expect(
      await settle(fluxSource(), {
        ...ignoring,
        'clusters/prod/kustomization.yaml': '',
      }),
    ).toMatchObject({ unsupported: [] });
  });

  it('says that it does not follow what the whole repository leaves out', async () => {
    expect(
      await settle(fluxSource(), { '.sourceignore': '/*\n!/clusters\n' }),
    ).toMatchObject({
      unsupported: [],
      notes: [
        'The repository has a .sourceignore, which is not followed: what it leaves out of clusters/prod counts here',
      ],
    });
  });
});
