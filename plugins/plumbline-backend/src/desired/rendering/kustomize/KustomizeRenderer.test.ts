import type { RenderOptions } from '@plumbline/backstage-plugin-plumbline-node';
import { mkdtemp, readdir, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeWith,
  requestOf,
  testSandbox,
} from '../__testUtils__/renderFixture';
import type { SandboxLimits } from '../sandbox';
import { KustomizeRenderer } from './KustomizeRenderer';

jest.setTimeout(60_000);

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: web:1 }]
`;

const OVERLAY = {
  'base/kustomization.yaml': 'resources:\n- deployment.yaml\n',
  'base/deployment.yaml': DEPLOYMENT,
  'overlays/prod/kustomization.yaml': `resources:
- ../../base
namePrefix: prod-
configMapGenerator:
- name: settings
  files: [app.properties]
patches:
- path: replicas.yaml
`,
  'overlays/prod/replicas.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 3 }\n',
  'overlays/prod/app.properties': 'colour=red\n',
};

function renderer(limits?: Partial<SandboxLimits>, folder?: string) {
  return new KustomizeRenderer({
    sandbox: testSandbox(limits, folder),
    command: 'kubectl',
  });
}

describeWith('kubectl')('KustomizeRenderer', () => {
  const render = (
    files: Record<string, string>,
    path: string,
    options?: RenderOptions,
  ) => renderer().render(requestOf(files, path, options));

  it('builds an overlay on its base and names the file of each object', async () => {
    const { objects, errors } = await render(OVERLAY, 'overlays/prod');
    expect(errors).toEqual([]);
    expect(
      objects.map(({ object, file }) => [
        object.kind,
        object.metadata.annotations,
        file,
      ]),
    ).toEqual([
      ['ConfigMap', undefined, 'overlays/prod/kustomization.yaml'],
      ['Deployment', undefined, 'base/deployment.yaml'],
    ]);
    expect(objects[0].object).toMatchObject({
      metadata: { name: expect.stringMatching(/^prod-settings-/) },
      data: { 'app.properties': 'colour=red\n' },
    });
    expect(objects[1].object).toMatchObject({
      metadata: { name: 'prod-web' },
      spec: { replicas: 3 },
    });
    expect(objects[1].lineOf).toBeUndefined();
  });

  it('applies what a controller asks for', async () => {
    const { objects } = await render(OVERLAY, 'overlays/prod', {
      kustomize: {
        nameSuffix: '-eu',
        images: [{ name: 'web', newTag: '2' }],
        labels: [{ pairs: { team: 'shop' } }],
        patches: [
          {
            patch: '[{"op":"replace","path":"/spec/replicas","value":5}]',
            target: { kind: 'Deployment' },
          },
        ],
        commonMetadata: { annotations: { owner: 'shop' } },
      },
    });
    expect(objects[1].object).toMatchObject({
      metadata: {
        name: 'prod-web-eu',
        labels: { team: 'shop' },
        annotations: { owner: 'shop' },
      },
      spec: {
        replicas: 5,
        template: { spec: { containers: [{ image: 'web:2' }] } },
      },
    });
  });

  it('takes all manifests of a folder without a kustomization, as Flux does', async () => {
    const { objects, notes } = await render(
      { 'apps/web.yaml': DEPLOYMENT.replace('replicas: 1', 'replicas: ${N}') },
      'apps',
      { kustomize: { substitute: { N: '4' } } },
    );
    expect(objects[0].object.spec).toMatchObject({ replicas: 4 });
    expect(notes).toEqual([
      'apps has no kustomization: all manifests below it are taken, as Flux does',
    ]);
  });

  it('leaves to other programs what Flux does not fetch', async () => {
    const { objects } = await render(
      {
        'web.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n',
        '.github/workflows/test.yaml': 'on: push\n',
        'apps/.sops.yaml': 'creation_rules: []\n',
      },
      '.',
      { kustomize: { namePrefix: 'eu-' } },
    );
    expect(objects.map(({ object }) => object.metadata.name)).toEqual([
      'eu-web',
    ]);
  });

  it('makes no kustomization for an Application, as Argo CD makes none', async () => {
    await expect(
      render({ 'apps/a.yaml': 'kind: ConfigMap' }, 'apps', {
        directory: { recurse: false },
        kustomize: { namePrefix: 'a-' },
      }),
    ).rejects.toThrow('Cannot render: there is no kustomization at apps');
  });

  it.each([
    'files: [/etc/hostname]',
    'files: [k=../../../../../../../../etc/hostname]',
    'envs: [/etc/hostname]',
  ])('reads nothing outside of it by a built-in plugin: %s', async source => {
    await expect(
      render(
        {
          'app/kustomization.yaml': 'generators: [plugin.yaml]\n',
          'app/plugin.yaml': `apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: { name: a }\n${source}\n`,
        },
        'app',
      ),
    ).rejects.toThrow('Cannot render: Kustomize refuses');
  });

  it('leaves nothing behind, whether it renders or not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workspaces-'));
    const build = (files = OVERLAY, limits?: Partial<SandboxLimits>) =>
      renderer(limits, folder).render(requestOf(files, 'overlays/prod'));
    await build();
    await expect(
      build({ ...OVERLAY, 'base/deployment.yaml': 'a: 1\n' }),
    ).rejects.toThrow(
      'Cannot render: Kustomize refuses overlays/prod/kustomization.yaml; "kubectl kustomize" in a checkout says why',
    );
    await expect(build(OVERLAY, { timeout: 1 })).rejects.toThrow(
      'Rendering takes longer than 0.001 seconds',
    );
    await expect(build(OVERLAY, { outputBytes: 100 })).rejects.toThrow(
      'Rendering yields more than 100 bytes',
    );
    expect(await readdir(folder)).toEqual([]);
    await rmdir(folder);
  });

  it('keeps two renders apart', async () => {
    const subject = renderer();
    const [one, other] = await Promise.all(
      ['one', 'other'].map(name =>
        subject.render(
          requestOf(
            {
              'kustomization.yaml': `namePrefix: ${name}-\nresources: [web.yaml]\n`,
              'web.yaml': DEPLOYMENT,
            },
            '.',
          ),
        ),
      ),
    );
    expect(one.objects[0].object.metadata.name).toBe('one-web');
    expect(other.objects[0].object.metadata.name).toBe('other-web');
  });
});

describe('KustomizeRenderer before it runs', () => {
  const widen = (files: Record<string, string>, path: string, read: string) =>
    renderer().widen(
      requestOf(
        Object.fromEntries(
          Object.entries(files).filter(([name]) => name.startsWith(`${read}/`)),
        ),
        path,
      ),
      { path: read },
    );

  it('asks for the folder that holds overlay and base', () => {
    expect(widen(OVERLAY, 'overlays/prod', 'overlays/prod')).toBe('.');
    expect(widen(OVERLAY, 'base', 'base')).toBeUndefined();
    const nested = Object.fromEntries(
      Object.entries(OVERLAY).map(([name, text]) => [`shop/${name}`, text]),
    );
    expect(widen(nested, 'shop/overlays/prod', 'shop/overlays/prod')).toBe(
      'shop',
    );
    expect(widen(nested, 'shop/overlays/prod', 'shop')).toBeUndefined();
  });

  it('says what to install', async () => {
    const subject = new KustomizeRenderer({
      sandbox: testSandbox(),
      command: '/nowhere/kustomize',
    });
    await expect(
      subject.render(requestOf(OVERLAY, 'overlays/prod')),
    ).rejects.toThrow(
      'what plumbline.git.renderers.kustomize.command names is not installed',
    );
  });

  const remote =
    'refers to another place than this repository; only files of the repository are read';
  const helm = 'Helm charts inside of a kustomization are not rendered';
  const plugin =
    'configures a plugin that is not built into Kustomize; plugins are not run';

  it.each([
    ['resources:\n- web.yaml\n- https://example.com/x.yaml\n', 3, remote],
    ['resources: [git@example.com:a/b]\n', 1, remote],
    ['resources: [github.com/a/b]\n', 1, remote],
    ['resources: [example.com/a.git//b]\n', 1, remote],
    ['bases:\n- ssh://git@example.com/a\n', 2, remote],
    ['components: ["https://example.com"]\n', 1, remote],
    ['configurations: ["http://example.com/c.yaml"]\n', 1, remote],
    ['crds: ["http://example.com/c.json"]\n', 1, remote],
    ['openapi:\n  path: https://example.com/o.json\n', 2, remote],
    ['patches:\n- Path: https://example.com/p.yaml\n', 2, remote],
    ['patchesStrategicMerge: ["https://example.com/p"]\n', 1, remote],
    ['replacements:\n- path: file:///etc/passwd\n', 2, remote],
    ['generators: ["https://example.com/g.yaml"]\n', 1, remote],
    ['configMapGenerator:\n- name: a\n  files:\n  - k=http://a/b\n', 4, remote],
    ['resources: [/etc]\n', 1, 'is an absolute path'],
    [
      'configMapGenerator: [{ name: a, files: [k=/etc/passwd] }]\n',
      1,
      'is an absolute path',
    ],
    [
      'resources:\n- ../../../../etc\n',
      2,
      "../../../../etc leads out of the entity's source location",
    ],
    [
      'secretGenerator:\n- name: a\n  envs: [../secret.env]\n',
      3,
      "../secret.env lies outside of the kustomization's folder, which Kustomize does not read",
    ],
    ['resources: [gone.yaml]\n', 1, 'gone.yaml does not exist'],
    ['resources: [../other]\n', 1, '../other has no kustomization'],
    [
      'resources: [link.yaml]\n',
      1,
      'link.yaml cannot be read: app/link.yaml is a symbolic link; links are not followed',
    ],
    [
      'resources: [linked/web.yaml]\n',
      1,
      'linked/web.yaml cannot be read: app/linked is a symbolic link; links are not followed',
    ],
    ['namePrefix: a\nhelmCharts:\n- name: x\n', 2, `helmCharts: ${helm}`],
    ['helmGlobals: {}\n', 1, `helmGlobals: ${helm}`],
    ['generators: [exec.yaml]\n', 'app/exec.yaml', plugin],
    ['transformers:\n- |-\n  apiVersion: v1\n  kind: X\n', 2, plugin],
    ['generators: [list.yaml]\n', 'app/list.yaml', plugin],
    ['generators: [chart.yaml]\n', 'app/chart.yaml', helm],
    [
      'resources: [function.yaml]\n',
      'app/function.yaml, line 4',
      'asks for a function (config.kubernetes.io/function); functions are not run',
    ],
    [
      'Resources: [web.yaml]\n',
      1,
      'this field of a kustomization is not supported',
    ],
    [
      'resources: []\n---\nresources: []\n',
      3,
      'a kustomization is one document',
    ],
    ['resources: []\nresources: []\n', 2, 'duplicate key'],
    ['resources: ../base\n', 1, 'resources: a list is expected here'],
  ])('refuses %j', async (text, where, message) => {
    const request = requestOf(
      {
        'app/kustomization.yaml': text,
        'app/web.yaml': DEPLOYMENT,
        'app/exec.yaml': 'apiVersion: someteam.example.com/v1\nkind: Exec\n',
        'app/list.yaml':
          'apiVersion: builtin\nkind: XList\nitems: [{ apiVersion: a/v1, kind: Exec }]\n',
        'app/chart.yaml':
          'apiVersion: builtin\nkind: HelmChartInflationGenerator\n',
        'app/function.yaml':
          'apiVersion: v1\nkind: X\nmetadata:\n  annotations: { config.kubernetes.io/function: x }\n',
        'other/web.yaml': DEPLOYMENT,
        'secret.env': 'a=b\n',
      },
      'app',
      {},
      [
        {
          path: 'app/link.yaml',
          reason: 'is a symbolic link; links are not followed',
        },
        {
          path: 'app/linked',
          reason: 'is a symbolic link; links are not followed',
        },
      ],
    );
    const place =
      typeof where === 'string'
        ? where
        : `app/kustomization.yaml, line ${where}`;
    await expect(renderer().render(request)).rejects.toThrow(
      `Cannot render: ${place}: ${message}`,
    );
  });

  it('refuses what a base further along refers to', async () => {
    await expect(
      renderer().render(
        requestOf(
          {
            ...OVERLAY,
            'base/kustomization.yaml': 'resources:\n- https://example.com\n',
          },
          'overlays/prod',
        ),
      ),
    ).rejects.toThrow('base/kustomization.yaml, line 2: refers to another');
  });
});
