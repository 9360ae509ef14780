import { applicationSources } from './applicationSources';

const REF = {
  cluster: 'prod',
  kind: 'Application',
  namespace: 'argocd',
  name: 'payments',
} as const;

const REPOSITORY = 'https://github.com/shop/deploy.git';

const sourcesOf = (spec: object, status: object = {}) =>
  applicationSources(REF, {
    spec: {
      project: 'shop',
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'payments',
      },
      ...spec,
    },
    status,
  });

const oneOf = (source: object, status?: object) =>
  sourcesOf({ source: { repoURL: REPOSITORY, ...source } }, status)[0];

describe('applicationSources', () => {
  it('reads a directory, of which Argo CD takes the files on top', () => {
    expect(oneOf({ path: './deploy/prod/', targetRevision: 'HEAD' })).toEqual({
      index: 0,
      repository: REPOSITORY,
      path: 'deploy/prod',
      revision: undefined,
      renderer: undefined,
      options: {
        helm: { releaseName: 'payments' },
        kustomize: undefined,
        directory: { recurse: false },
      },
      inputs: [],
      destination: { namespace: 'payments' },
      unsupported: [],
      notes: [],
      ignoreRules: [],
      sync: {
        controller: 'Application/argocd/payments',
        automated: false,
        selfHeal: false,
        suspended: false,
      },
      overrides: {
        files: ['.argocd-source.yaml', '.argocd-source-payments.yaml'],
        apply: expect.any(Function),
      },
    });
    expect(
      oneOf({
        directory: { recurse: true, include: '*.yaml', exclude: 'jobs/*' },
      }),
    ).toMatchObject({
      path: '.',
      renderer: 'plain',
      options: {
        directory: { recurse: true, include: '*.yaml', exclude: 'jobs/*' },
      },
    });
  });

  it('reads what Helm is given, in the order in which it counts', () => {
    expect(
      oneOf({
        path: 'chart',
        helm: {
          releaseName: 'pay',
          namespace: 'pay-system',
          valueFiles: ['values.yaml', '../envs/prod.yaml'],
          ignoreMissingValueFiles: true,
          values: 'ignored: true',
          valuesObject: { replicas: 3 },
          parameters: [
            { name: 'image.tag', value: '1.0', forceString: true },
            { value: 'nameless' },
          ],
          skipCrds: true,
          kubeVersion: '1.33.0',
          apiVersions: ['example.com/v1'],
        },
      }),
    ).toMatchObject({
      renderer: 'helm',
      options: {
        helm: {
          releaseName: 'pay',
          namespace: 'pay-system',
          parameters: [{ name: 'image.tag', value: '1.0', forceString: true }],
          skipCrds: true,
          kubeVersion: '1.33.0',
          apiVersions: ['example.com/v1'],
        },
      },
      inputs: [
        { kind: 'own-values-file', path: 'values.yaml', isOptional: true },
        { kind: 'own-values-file', path: '../envs/prod.yaml' },
        { kind: 'values', yaml: '{"replicas":3}', source: 'helm.valuesObject' },
      ],
    });
  });

  it('reads what a kustomization is given', () => {
    expect(
      oneOf({
        kustomize: {
          namePrefix: 'eu-',
          nameSuffix: '-1',
          namespace: 'payments-eu',
          images: [
            'web:2',
            'web=registry:5000/shop/web',
            'db=example.com/db:1@sha256:abc',
          ],
          replicas: [
            { name: 'web', count: 3 },
            { name: 'db', count: '2' },
            { name: 'bad', count: 'many' },
          ],
          commonLabels: { team: 'shop' },
          labelWithoutSelector: true,
          labelIncludeTemplates: true,
          commonAnnotations: { owner: 'shop' },
          components: ['../tls'],
          patches: [{ patch: '[]', target: { kind: 'Deployment' } }],
        },
      }).options.kustomize,
    ).toEqual({
      namePrefix: 'eu-',
      nameSuffix: '-1',
      namespace: 'payments-eu',
      images: [
        { name: 'web', newTag: '2' },
        { name: 'web', newName: 'registry:5000/shop/web' },
        {
          name: 'db',
          newName: 'example.com/db',
          newTag: '1',
          digest: 'sha256:abc',
        },
      ],
      replicas: [
        { name: 'web', count: 3 },
        { name: 'db', count: 2 },
      ],
      labels: [
        {
          pairs: { team: 'shop' },
          includeSelectors: false,
          includeTemplates: true,
        },
      ],
      commonAnnotations: { owner: 'shop' },
      components: ['../tls'],
      patches: [{ patch: '[]', target: { kind: 'Deployment' } }],
    });
  });

  it('reads several sources, each with its own revision; one that only lends files is none', () => {
    const sources = sourcesOf(
      {
        sources: [
          { repoURL: REPOSITORY, ref: 'values', targetRevision: 'next' },
          {
            repoURL: 'https://github.com/shop/charts',
            path: 'web',
            targetRevision: 'v1.*',
            helm: { valueFiles: ['$values/envs/prod.yaml'] },
          },
          { repoURL: REPOSITORY, path: 'extra', ref: 'extra' },
        ],
      },
      {
        sync: { revisions: ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)] },
        history: [
          { revisions: ['0', '0', '0'], deployedAt: '2026-11-20T10:00:00Z' },
          {
            revisions: ['1', '2', '3'],
            deployedAt: '2026-11-20T11:00:00Z',
            initiatedBy: { username: 'omar' },
          },
        ],
      },
    );
    expect(sources).toMatchObject([
      {
        index: 1,
        // Only Argo CD knows which tag a range means.
        revision: 'b'.repeat(40),
        inputs: [
          {
            kind: 'values-file',
            repository: REPOSITORY,
            revision: 'next',
            path: 'envs/prod.yaml',
          },
        ],
        sync: {
          revision: '2',
          appliedAt: Date.parse('2026-11-20T11:00:00Z'),
          initiatedBy: 'omar',
        },
      },
      { index: 2, path: 'extra', revision: undefined, sync: { revision: '3' } },
    ]);
  });

  it('reads of a hydrated Application what the hydrator writes', () => {
    expect(
      sourcesOf({
        sourceHydrator: {
          drySource: {
            repoURL: REPOSITORY,
            path: 'dry',
            targetRevision: 'main',
          },
          syncSource: { targetBranch: 'env/prod', path: 'payments' },
        },
      }),
    ).toMatchObject([
      { repository: REPOSITORY, path: 'payments', revision: 'env/prod' },
    ]);
  });

  it.each([
    [
      { server: 'https://kubernetes.default.svc', namespace: 'a' },
      { namespace: 'a' },
    ],
    [{ name: 'in-cluster' }, { namespace: undefined }],
    [
      { name: 'prod-us', namespace: 'a' },
      { cluster: 'prod-us', namespace: 'a' },
    ],
    [
      { server: 'https://10.0.0.1', namespace: 'a' },
      { server: 'https://10.0.0.1', namespace: 'a' },
    ],
  ])('is delivered to %j', (destination, expected) => {
    const [source] = sourcesOf({
      source: { repoURL: REPOSITORY },
      destination,
    });
    expect(source.destination).toEqual(expected);
  });

  it.each<[object, string]>([
    [{ chart: 'redis' }, 'a chart of a Helm repository (chart redis)'],
    [{ repoURL: 'oci://example.com/a' }, 'an OCI repository'],
    [{ repoURL: '' }, 'no repoURL'],
    [{ plugin: {} }, 'a config management plugin (found by its files)'],
    [{ plugin: { name: 'x' } }, 'a config management plugin (x)'],
    [
      { directory: { jsonnet: { libs: ['a'] } } },
      'Jsonnet (directory.jsonnet)',
    ],
    [{ helm: { fileParameters: [{ name: 'a' }] } }, 'helm.fileParameters'],
    [{ helm: { version: 'v2' } }, 'Helm 2 (helm.version v2)'],
    [{ helm: { valueFiles: ['https://a/b'] } }, 'helm.valueFiles by URL'],
    [
      { helm: { valueFiles: ['envs/*.yaml'] } },
      'helm.valueFiles with wildcards',
    ],
    [
      { helm: { valueFiles: ['$gone/a.yaml'] } },
      'a $reference in helm.valueFiles to a source that does not exist',
    ],
    [
      { helm: { parameters: [{ name: 'a', value: '$ARGOCD_APP_NAME' }] } },
      'build variables such as $ARGOCD_APP_NAME',
    ],
    ...[
      { helm: { parameters: [{ name: 'password', value: 'a$$b' }] } },
      { helm: { valueFiles: ['envs/$ENV.yaml'] } },
      { kustomize: { images: ['web:$ARGOCD_APP_REVISION'] } },
      { kustomize: { commonLabels: { app: '${ARGOCD_APP_NAME}' } } },
    ].map<[object, string]>(source => [
      source,
      'build variables such as $ARGOCD_APP_NAME',
    ]),
    [
      { kustomize: { version: 'v4' } },
      'a Kustomize version of the operator (v4)',
    ],
    [{ path: '../other' }, 'a path outside of the repository'],
  ])('names what of %j is not done', (source, name) => {
    expect(oneOf(source).unsupported).toEqual([name]);
  });

  it('takes the word of Argo CD that a plugin made the manifests', () => {
    const found = 'a config management plugin (found by its files)';
    expect(oneOf({}, { sourceType: 'Plugin' }).unsupported).toEqual([found]);
    expect(oneOf({}, { sourceType: 'Kustomize' }).unsupported).toEqual([]);
    // What is set now counts more than what was made last.
    expect(
      oneOf({ helm: { releaseName: 'a' } }, { sourceType: 'Plugin' })
        .unsupported,
    ).toEqual([]);
    const several = sourcesOf(
      { sources: [{ repoURL: REPOSITORY }, { repoURL: REPOSITORY }] },
      { sourceTypes: ['Directory', 'Plugin'] },
    );
    expect(several.map(({ unsupported }) => unsupported)).toEqual([
      [],
      [found],
    ]);
  });

  it('reads values of another source at the revision that its branch or range means', () => {
    const inputs = (targetRevision: string) =>
      sourcesOf(
        {
          sources: [
            {
              repoURL: REPOSITORY,
              path: 'web',
              helm: { valueFiles: ['$values/a.yaml'] },
            },
            { repoURL: REPOSITORY, ref: 'values', targetRevision },
          ],
        },
        { sync: { revisions: ['a'.repeat(40), 'b'.repeat(40)] } },
      )[0].inputs;
    expect(inputs('refs/heads/next')).toMatchObject([{ revision: 'next' }]);
    expect(inputs('1.*')).toMatchObject([{ revision: 'b'.repeat(40) }]);
    expect(inputs('HEAD')).toMatchObject([{ revision: undefined }]);
  });

  it('is changed by what stands beside the manifests, but not in where it lies', () => {
    const source = oneOf({
      path: 'deploy',
      targetRevision: 'main',
      helm: { values: 'a: 1', parameters: [{ name: 'a', value: '1' }] },
    });
    expect(
      source.overrides?.apply([
        {
          repoURL: 'https://evil.example.com/a',
          path: '../..',
          chart: 'redis',
          helm: { parameters: [{ name: 'image.tag', value: 'v2' }] },
        },
        { helm: { values: null, releaseName: 'web' } },
      ]),
    ).toMatchObject({
      repository: REPOSITORY,
      path: 'deploy',
      revision: 'main',
      renderer: 'helm',
      options: {
        helm: {
          releaseName: 'web',
          parameters: [{ name: 'image.tag', value: 'v2' }],
        },
      },
      inputs: [],
      unsupported: [],
    });
    expect(
      oneOf({}).overrides?.apply([{ kustomize: { images: ['web:v2'] } }]),
    ).toMatchObject({
      renderer: 'kustomize',
      options: { kustomize: { images: [{ name: 'web', newTag: 'v2' }] } },
    });
    expect(
      oneOf({}).overrides?.apply([{ plugin: { name: 'x' } }]).unsupported,
    ).toEqual(['a config management plugin (x)']);
  });

  it('calls its own file by its namespace where Argo CD runs in another', () => {
    expect(
      oneOf({}, { controllerNamespace: 'openshift-gitops' }).overrides?.files,
    ).toEqual(['.argocd-source.yaml', '.argocd-source-argocd_payments.yaml']);
  });

  it('tells how it is applied', () => {
    const sync = (spec: object, status: object) =>
      sourcesOf({ source: { repoURL: REPOSITORY }, ...spec }, status)[0].sync;
    expect(
      sync(
        { syncPolicy: { automated: {} } },
        {
          operationState: {
            phase: 'Failed',
            message: 'one or more objects failed',
            syncResult: { revision: 'a'.repeat(40) },
          },
          conditions: [{ type: 'ComparisonError', message: 'cannot render' }],
        },
      ),
    ).toEqual({
      controller: 'Application/argocd/payments',
      suspended: false,
      automated: true,
      selfHeal: false,
      // What it tried is not what it applied.
      phase: 'Failed',
      message: 'cannot render',
    });
    expect(
      sync(
        { syncPolicy: { automated: { enabled: false, selfHeal: true } } },
        {
          operationState: {
            phase: 'Succeeded',
            finishedAt: '2026-11-20T11:00:00Z',
            syncResult: { revision: 'a'.repeat(40) },
            operation: { initiatedBy: { username: 'omar' } },
          },
        },
      ),
    ).toMatchObject({
      automated: false,
      selfHeal: false,
      revision: 'a'.repeat(40),
      initiatedBy: 'omar',
    });
  });

  it.each<[object, object | undefined, string | undefined]>([
    [{ path: 'a', targetRevision: 'v2' }, undefined, undefined],
    [
      { path: 'a', targetRevision: 'v2', helm: { values: 'b: 1' } },
      { helm: { values: 'b: 1' }, targetRevision: 'v1', path: 'a' },
      undefined,
    ],
    [
      { path: 'a', helm: { values: 'b: 2' } },
      { path: 'a', helm: { values: 'b: 1' } },
      'its source was changed since then',
    ],
    [
      { path: 'a', helm: { valueFiles: ['$values/a.yaml'] } },
      undefined,
      'its values come from another source, of which only the newest commit is read',
    ],
  ])(
    'tells of %j, applied as %j, whether it can be made again',
    (now, then, reason) => {
      const source = (part: object) => ({ repoURL: REPOSITORY, ...part });
      const history = [
        { revision: 'a'.repeat(40), ...(then && { source: source(then) }) },
      ];
      expect(oneOf(now, { history }).sync.notReproducible).toBe(reason);
    },
  );

  it('takes over what it ignores, and says what it does not understand', () => {
    const [{ ignoreRules, notes }] = sourcesOf({
      source: { repoURL: REPOSITORY },
      ignoreDifferences: [
        { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
        { kind: 'ConfigMap', jqPathExpressions: ['.data | keys | length'] },
      ],
    });
    expect(ignoreRules).toMatchObject([
      { group: 'apps', kind: 'Deployment', jsonPointer: '/spec/replicas' },
    ]);
    expect(notes).toEqual([
      expect.stringContaining('An entry of ignoreDifferences is not applied: '),
    ]);
  });

  it.each([
    {},
    { spec: null },
    { spec: { source: 'x', sources: 3 } },
    { spec: { sources: [null, 'x'] } },
  ])('makes nothing of %j', application => {
    expect(applicationSources(REF, application)).toEqual([]);
  });
});
