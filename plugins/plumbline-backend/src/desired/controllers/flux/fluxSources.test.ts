import { commitOfRevision, fetchedRepository } from './gitRepository';
import { helmReleaseSource } from './helmReleaseSource';
import { kustomizationSource } from './kustomizationSource';

const SHA = 'a'.repeat(40);
const place = { cluster: 'prod', namespace: 'flux-system', name: 'apps' };
const KUSTOMIZATION = { ...place, kind: 'Kustomization' } as const;
const RELEASE = { ...place, kind: 'HelmRelease' } as const;

const GIT = {
  spec: { url: 'ssh://git@github.com/shop/deploy', ref: { branch: 'main' } },
  status: { artifact: { revision: `v1.2.0@sha1:${SHA}` } },
};

const kustomization = (
  spec: object,
  status: object = {},
  source: object | undefined = GIT,
) =>
  kustomizationSource(
    KUSTOMIZATION,
    {
      spec: { sourceRef: { kind: 'GitRepository', name: 'shop' }, ...spec },
      status,
    },
    source,
  );

const release = (spec: object, chart: object = {}, status: object = {}) =>
  helmReleaseSource(
    RELEASE,
    {
      spec: {
        chart: {
          spec: {
            chart: './charts/web',
            sourceRef: { kind: 'GitRepository', name: 'shop' },
            ...chart,
          },
        },
        ...spec,
      },
      status,
    },
    GIT,
  );

describe('fetchedRepository', () => {
  it.each([
    [undefined, 'master'],
    [{ branch: 'main' }, 'main'],
    [{ branch: 'main', tag: 'v1' }, 'v1'],
    [{ tag: 'v1', semver: '1.x' }, SHA],
    [{ semver: '1.x', name: 'refs/heads/next' }, 'next'],
    [{ name: 'refs/tags/v2', commit: 'b'.repeat(40) }, 'b'.repeat(40)],
  ])('fetches of ref %j the revision %s', (ref, revision) => {
    const { url } = GIT.spec;
    expect(fetchedRepository({ ...GIT, spec: { url, ref } })).toEqual({
      url,
      revision,
      unsupported: [],
      folders: [],
    });
  });

  it('names what it does beside', () => {
    expect(
      fetchedRepository({
        spec: { include: [{}], ignore: '*.md', recurseSubmodules: true },
      }).unsupported,
    ).toEqual([
      'GitRepository without a url',
      'GitRepository spec.include',
      'GitRepository spec.ignore',
      'GitRepository spec.recurseSubmodules',
    ]);
  });

  it.each([
    [`main@sha1:${SHA}`, SHA],
    [`sha1:${SHA}`, SHA],
    [`main/${SHA}`, SHA],
    [`refs/heads/feature/x@sha256:${'b'.repeat(64)}`, 'b'.repeat(64)],
    ['latest@digest', undefined],
    [undefined, undefined],
  ])('finds in %s the commit %s', (revision, commit) => {
    expect(commitOfRevision(revision)).toBe(commit);
  });
});

describe('kustomizationSource', () => {
  it('reads a plain one, whose files tell how it is rendered', () => {
    expect(
      kustomization(
        { path: './apps/prod/', interval: '1h30m', suspend: true },
        { lastAppliedRevision: `main@sha1:${SHA}` },
      ),
    ).toMatchObject({
      repository: 'ssh://git@github.com/shop/deploy',
      path: 'apps/prod',
      revision: 'main',
      renderer: undefined,
      options: { kustomize: undefined },
      destination: { namespace: undefined },
      unsupported: [],
      sync: {
        controller: 'Kustomization/flux-system/apps',
        revision: SHA,
        suspended: true,
        automated: false,
        selfHeal: false,
        intervalSeconds: 5400,
      },
    });
  });

  it('tells that it was changed since it was applied', () => {
    const sync = (generation: number) =>
      kustomizationSource(
        KUSTOMIZATION,
        {
          metadata: { generation },
          spec: {},
          status: { observedGeneration: 2 },
        },
        GIT,
      ).sync.notReproducible;
    expect(sync(2)).toBeUndefined();
    expect(sync(3)).toBe('it was changed since then');
  });

  it('reads what it changes, and where variables come from', () => {
    expect(
      kustomization({
        targetNamespace: 'shop',
        namePrefix: 'eu-',
        images: [{ name: 'web', newName: 'mirror/web', newTag: '2' }],
        components: ['../tls'],
        patches: [{ patch: '[]', target: { kind: 'Deployment' } }],
        patchesStrategicMerge: [{ kind: 'Deployment' }],
        patchesJson6902: [{ patch: [], target: { kind: 'Service' } }],
        commonMetadata: { labels: { team: 'shop' } },
        postBuild: {
          substitute: { REGION: 'eu' },
          substituteFrom: [
            { kind: 'ConfigMap', name: 'sizes' },
            { kind: 'ConfigMap', name: 'more', optional: true },
          ],
        },
      }),
    ).toMatchObject({
      renderer: 'kustomize',
      destination: { namespace: 'shop' },
      options: {
        kustomize: {
          namespace: 'shop',
          namePrefix: 'eu-',
          images: [{ name: 'web', newName: 'mirror/web', newTag: '2' }],
          components: ['../tls'],
          patches: [
            { patch: '[]', target: { kind: 'Deployment' } },
            { patch: '{"kind":"Deployment"}' },
            { patch: '[]', target: { kind: 'Service' } },
          ],
          commonMetadata: { labels: { team: 'shop' } },
          substitute: { REGION: 'eu' },
        },
      },
      inputs: [
        {
          kind: 'variables-config-map',
          namespace: 'flux-system',
          name: 'sizes',
          isOptional: false,
        },
        { name: 'more', isOptional: true },
      ],
    });
  });

  it('leaves of an image what it does not change', () => {
    const imageOf = (image: object) =>
      kustomization({ images: [{ name: 'localhost:5000/web', ...image }] })
        .options.kustomize?.images;
    const name = 'localhost:5000/web';
    expect(imageOf({ newTag: '2' })).toEqual([
      { name, newName: '*', newTag: '2' },
    ]);
    expect(imageOf({ newName: 'mirror/web' })).toEqual([
      { name, newName: 'mirror/web', newTag: '*', digest: '*' },
    ]);
  });

  it('takes over what it ignores', () => {
    expect(
      kustomization({
        ignore: [
          { paths: ['/spec/replicas'], target: { kind: 'Deployment' } },
          { paths: ['/data'], target: { name: 'web-.*' } },
        ],
      }),
    ).toMatchObject({
      ignoreRules: [
        {
          title: 'Flux spec.ignore',
          kind: 'Deployment',
          jsonPointer: '/spec/replicas',
        },
      ],
      notes: [
        'An entry of spec.ignore is not applied: target.name is a pattern',
      ],
    });
  });

  it.each([
    ['./apps/prod', []],
    ['./apps', ['a path outside of GitRepository spec.sparseCheckout']],
  ])('knows whether all of %s is fetched', (path, unsupported) => {
    const sparse = { spec: { ...GIT.spec, sparseCheckout: ['./apps/prod/'] } };
    expect(kustomization({ path }, {}, sparse).unsupported).toEqual(
      unsupported,
    );
  });

  it.each<[object, string]>([
    [{ buildMetadata: ['originAnnotations'] }, 'spec.buildMetadata'],
    [
      { postBuild: { substituteStrategy: 'Always' } },
      'spec.postBuild.substituteStrategy Always without variables',
    ],
    [{ decryption: { provider: 'sops' } }, 'encrypted files (spec.decryption)'],
    [
      { kubeConfig: { secretRef: { name: 'a' } } },
      'delivery to another cluster (spec.kubeConfig)',
    ],
    [
      { postBuild: { substituteFrom: [{ kind: 'Secret', name: 'a' }] } },
      'variables from a Secret (spec.postBuild.substituteFrom)',
    ],
    [{ path: '../other' }, 'a path outside of the repository'],
    [
      { sourceRef: { kind: 'OCIRepository', name: 'a' } },
      'a source of kind OCIRepository',
    ],
    [{ sourceRef: { kind: 'Bucket', name: 'a' } }, 'a source of kind Bucket'],
  ])('names what of %j is not done', (spec, name) => {
    expect(kustomization(spec).unsupported).toEqual([name]);
  });

  it('says that its repository is gone', () => {
    expect(
      kustomizationSource(
        KUSTOMIZATION,
        { spec: { sourceRef: { kind: 'GitRepository', name: 'shop' } } },
        undefined,
      ).unsupported,
    ).toEqual(['GitRepository shop, which is not there']);
  });
});

describe('helmReleaseSource', () => {
  it('reads the chart, its values by their strength and what was installed', () => {
    expect(
      release(
        {
          targetNamespace: 'shop',
          install: { crds: 'Skip' },
          valuesFrom: [
            { kind: 'ConfigMap', name: 'base' },
            {
              kind: 'ConfigMap',
              name: 'prod',
              valuesKey: 'prod.yaml',
              optional: true,
            },
          ],
          values: { replicas: 3 },
          driftDetection: {
            mode: 'enabled',
            ignore: [
              { paths: ['/spec/replicas'], target: { kind: 'Deployment' } },
              { paths: ['/data'], target: { name: 'web-.*' } },
              { paths: ['/data'], target: { labelSelector: 'a=b' } },
            ],
          },
        },
        { valuesFiles: ['./charts/web/values.yaml', './charts/web/prod.yaml'] },
        {
          history: [
            {
              chartVersion: '1.2.3+aaaaaaaaaaaa.2',
              status: 'deployed',
              lastDeployed: '2026-11-20T14:00:00Z',
            },
            { chartVersion: '1.2.2+bbbbbbbbbbbb' },
          ],
        },
      ),
    ).toMatchObject({
      path: 'charts/web',
      renderer: 'helm',
      options: { helm: { releaseName: 'shop-apps', skipCrds: true } },
      inputs: [
        { kind: 'own-values-file', path: '/charts/web/prod.yaml' },
        { kind: 'values-config-map', name: 'base', key: 'values.yaml' },
        {
          kind: 'values-config-map',
          name: 'prod',
          key: 'prod.yaml',
          isOptional: true,
        },
        { kind: 'values', yaml: '{"replicas":3}' },
      ],
      destination: { namespace: 'shop' },
      unsupported: [],
      ignoreRules: [{ kind: 'Deployment', jsonPointer: '/spec/replicas' }],
      notes: [
        'An entry of driftDetection.ignore is not applied: target.name is a pattern',
        'An entry of driftDetection.ignore is not applied: target.labelSelector is not understood',
      ],
      sync: {
        controller: 'HelmRelease/flux-system/apps',
        revision: 'aaaaaaaaaaaa',
        phase: 'deployed',
        appliedAt: Date.parse('2026-11-20T14:00:00Z'),
        automated: true,
        selfHeal: true,
      },
    });
  });

  it('shortens a name that Helm would not take, as Flux does', () => {
    const releaseName =
      'some-front-appended-namespace-release-with-a-long-name';
    const options = release({ releaseName }).options.helm;
    expect(options?.releaseName).toMatch(
      /^some-front-appended-namespace-release-wi-[0-9a-f]{12}$/,
    );
    expect(options?.releaseName).toHaveLength(53);
  });

  it('knows no commit of a chart that only has a version', () => {
    const history = [{ chartVersion: '1.2.3', status: 'deployed' }];
    expect(release({}, {}, { history })).toMatchObject({
      options: { helm: { releaseName: 'apps' } },
      destination: { namespace: 'flux-system' },
      sync: { revision: undefined, selfHeal: false },
    });
  });

  it.each<[object, object, string]>([
    [
      {},
      { sourceRef: { kind: 'HelmRepository', name: 'a' } },
      'a source of kind HelmRepository',
    ],
    [
      { chartRef: { kind: 'OCIRepository', name: 'a' } },
      {},
      'a chart by reference (spec.chartRef)',
    ],
    [{ postRenderers: [{ kustomize: {} }] }, {}, 'spec.postRenderers'],
    [{ commonMetadata: { labels: { a: 'b' } } }, {}, 'spec.commonMetadata'],
    [
      { upgrade: { preserveValues: true } },
      {},
      'values of the release before (spec.upgrade.preserveValues)',
    ],
    [
      {},
      { valuesFile: 'charts/web/prod.yaml' },
      'spec.chart.spec.valuesFile of an old version of Flux',
    ],
    [
      { kubeConfig: { secretRef: {} } },
      {},
      'delivery to another cluster (spec.kubeConfig)',
    ],
    [
      { valuesFrom: [{ kind: 'Secret', name: 'a' }] },
      {},
      'values from a Secret (spec.valuesFrom)',
    ],
    [
      { valuesFrom: [{ kind: 'ConfigMap', name: 'a', targetPath: 'x' }] },
      {},
      'spec.valuesFrom with targetPath',
    ],
    [
      {},
      { valuesFiles: ['./prod.yaml'] },
      "values files that leave the chart's own values.yaml out",
    ],
    [{}, { chart: '../charts/web' }, 'a path outside of the repository'],
  ])('names what of %j with a chart %j is not done', (spec, chart, name) => {
    expect(release(spec, chart).unsupported).toEqual([name]);
  });
});
