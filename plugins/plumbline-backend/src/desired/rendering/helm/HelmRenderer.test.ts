import type { RenderOptions } from '@plumbline/backstage-plugin-plumbline-node';
import {
  describeWith,
  requestOf,
  testSandbox,
} from '../__testUtils__/renderFixture';
import type { SandboxLimits } from '../sandbox';
import { HelmRenderer } from './HelmRenderer';

jest.setTimeout(60_000);

const CHART = 'apiVersion: v2\nname: web\nversion: 1.0.0\n';

/** A chart whose only object holds what a template makes of `data`. */
function chart(data: string, others: Record<string, string> = {}) {
  return {
    'chart/Chart.yaml': CHART,
    'chart/values.yaml': 'colour: red\n',
    'chart/templates/settings.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-settings
data:
${data
  .split('\n')
  .map(line => `  ${line}`)
  .join('\n')}
`,
    ...others,
  };
}

function renderer(limits?: Partial<SandboxLimits>) {
  return new HelmRenderer({ sandbox: testSandbox(limits), command: undefined });
}

const render = (files: Record<string, string>, options?: RenderOptions) =>
  renderer().render(requestOf(files, 'chart', options));

describeWith('helm')('HelmRenderer', () => {
  it('templates a chart with values by their strength and names the template', async () => {
    const { objects, errors, notes, unstablePaths } = await render(
      chart(
        'a: {{ .Values.colour }}\nb: {{ .Values.size | quote }}\nc: {{ .Values.list | join "," | quote }}',
        {
          'values/prod.yaml': 'colour: green\nsize: 1\n',
          'chart/crds/crd.yaml':
            'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: a }\n',
        },
      ),
      {
        helm: {
          releaseName: 'shop',
          values: [
            { file: '../values/prod.yaml' },
            { file: 'gone.yaml', isOptional: true },
            { yaml: '{"size":2}', source: 'spec.values' },
          ],
          parameters: [{ name: 'list', value: '{x,y}' }],
          kubeVersion: '1.33.1',
          apiVersions: ['example.com/v1/Thing'],
        },
      },
    );
    expect({ errors, notes, unstablePaths }).toEqual({
      errors: [],
      notes: [],
      unstablePaths: [],
    });
    expect(objects.map(({ object, file }) => [object.kind, file])).toEqual([
      ['CustomResourceDefinition', 'chart/crds/crd.yaml'],
      ['ConfigMap', 'chart/templates/settings.yaml'],
    ]);
    expect(objects[1].object).toMatchObject({
      metadata: { name: 'shop-settings' },
      data: { a: 'green', b: '2', c: 'x,y' },
    });
    expect(objects[1].lineOf).toBeUndefined();
  });

  it('tells templates what the cluster can do, unless the options do', async () => {
    const files = chart(
      'a: {{ .Capabilities.KubeVersion.Version }}\nb: {{ .Capabilities.APIVersions.Has "example.com/v1/Thing" | quote }}',
    );
    const cluster = {
      kubeVersion: 'v1.31.4-eks-a1b2c3',
      apiVersions: ['example.com/v1', 'example.com/v1/Thing'],
    };
    const read = async (options: RenderOptions, known = true) => {
      const { objects, notes } = await renderer().render({
        ...requestOf(files, 'chart', options),
        cluster: known ? cluster : undefined,
      });
      return [objects[0].object.data, notes];
    };
    expect(await read({})).toEqual([
      // Newer Helm leaves the suffix of the distribution out.
      { a: expect.stringMatching(/^v1\.31\.4(-eks-a1b2c3)?$/), b: 'true' },
      [],
    ]);
    expect(
      await read({ helm: { kubeVersion: '1.29.0', apiVersions: [] } }),
    ).toEqual([{ a: 'v1.29.0', b: 'false' }, []]);
    expect(await read({}, false)).toEqual([
      { a: expect.stringMatching(/^v1\./), b: 'false' },
      [
        "chart/templates/settings.yaml asks for .Capabilities; the cluster's version is not known, so Helm's own counts",
      ],
    ]);
  });

  it('drops hooks and tests, and names the hooks', async () => {
    const { objects, skipped } = await render(
      chart('a: b', {
        'chart/templates/hook.yaml':
          'apiVersion: batch/v1\nkind: Job\nmetadata: { name: a, annotations: { "helm.sh/hook": pre-install } }\n',
        'chart/templates/tests/test.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: { name: a, annotations: { "helm.sh/hook": test } }\n',
      }),
    );
    expect(objects).toHaveLength(1);
    expect(skipped).toEqual([
      {
        path: 'chart/templates/hook.yaml',
        reason:
          'declares a Helm hook (Job, pre-install), which is not part of what runs',
      },
    ]);
  });

  it('finds what every rendering makes up anew', async () => {
    const { objects, skipped, unstablePaths, notes } = await render(
      chart(
        'fixed: a\npassword: {{ randAlphaNum 12 }}\nat: {{ now | date "15:04:05" | quote }}',
        {
          'chart/templates/named.yaml':
            'apiVersion: v1\nkind: Secret\nmetadata: { name: "a-{{ randAlpha 8 | lower }}" }\n',
        },
      ),
    );
    expect(unstablePaths).toEqual([
      { ref: 'v1/ConfigMap/shop/web-settings', path: 'data.at' },
      { ref: 'v1/ConfigMap/shop/web-settings', path: 'data.password' },
    ]);
    expect(objects).toHaveLength(1);
    expect(skipped).toEqual([
      {
        path: 'chart/templates/named.yaml',
        reason:
          'declares a Secret that gets another name at every rendering, so it cannot be compared',
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('takes charts of the repository along, however they lie', async () => {
    const template = (name: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;
    const { objects } = await render(
      chart('a: b', {
        'chart/Chart.yaml': `${CHART}dependencies:
- { name: near, version: 1.0.0, repository: "https://example.com" }
- { name: far, version: 1.0.0, repository: "file://../libraries/far" }
`,
        'chart/charts/near/Chart.yaml': CHART.replace('web', 'near'),
        'chart/charts/near/templates/a.yaml': template('near'),
        'libraries/far/Chart.yaml': CHART.replace('web', 'far'),
        'libraries/far/templates/a.yaml': template('far'),
      }),
    );
    expect(
      objects.map(({ object, file }) => [object.metadata.name, file]),
    ).toEqual(
      expect.arrayContaining([
        ['near', 'chart/charts/near/templates/a.yaml'],
        ['far', 'libraries/far/templates/a.yaml'],
        ['web-settings', 'chart/templates/settings.yaml'],
      ]),
    );
  });

  it('reads nothing outside of the chart, no environment and no cluster', async () => {
    const { objects, notes } = await render(
      chart(
        `file: {{ .Files.Get "../../../../../../../../etc/passwd" | quote }}
glob: {{ .Files.Glob "../**" | toJson | quote }}
absolute: {{ .Files.Get "/etc/passwd" | quote }}
lookup: {{ lookup "v1" "Secret" "default" "a" | toJson | quote }}
host: {{ getHostByName "localhost" | quote }}`,
        { 'secret.txt': 'hunter2' },
      ),
    );
    expect(objects[0].object.data).toEqual({
      file: '',
      glob: '{}',
      absolute: '',
      lookup: '{}',
      host: '',
    });
    expect(notes).toEqual([
      'chart/templates/settings.yaml calls lookup, which finds nothing without a cluster',
    ]);
  });

  it.each(['env "HOME"', 'expandenv "$HOME"'])(
    'has no function %s',
    async call => {
      await expect(render(chart(`a: {{ ${call} }}`))).rejects.toThrow(
        'Cannot render: chart/templates/settings.yaml, line 6: Helm refuses it',
      );
    },
  );

  it('quotes no value when Helm refuses', async () => {
    await expect(
      render(
        chart('a: {{ fail .Values.password }}', {
          'chart/values.yaml': 'password: hunter2\n',
        }),
      ),
    ).rejects.toThrow(
      /^Cannot render: chart\/templates\/settings.yaml, line 6: Helm refuses it; "helm template" in a checkout says why$/,
    );
  });

  it('checks values by the schema of the chart, unless that has Helm read other files', async () => {
    const schema = (text: string) =>
      render(chart('a: b', { 'chart/values.schema.json': text }));
    await expect(
      schema('{"properties":{"colour":{"type":"number"}}}'),
    ).rejects.toThrow('Helm refuses it');
    const { objects, notes } = await schema('{"$ref":"file:///etc/passwd"}');
    expect(objects).toHaveLength(1);
    expect(notes).toEqual([
      'chart/values.schema.json refers to what lies outside of the chart, so values are not checked by it',
    ]);
  });

  it('takes no folder above for the name of a chart', async () => {
    await expect(
      render(
        chart('a: b', {
          'chart/Chart.yaml': `${CHART}dependencies:\n- { name: '..', version: 1.0.0, repository: 'file://../other' }\n`,
          'other/Chart.yaml': CHART,
        }),
      ),
    ).rejects.toThrow(
      'chart/Chart.yaml, line 5: the dependency has no name that a chart can have',
    );
  });

  it('ends a rendering that does not end', async () => {
    await expect(
      renderer({ timeout: 1_500 }).render(
        requestOf(
          chart(
            'a: b\n{{ range until 100000 }}{{ range until 100000 }}{{ $x := . }}{{ end }}{{ end }}',
          ),
          'chart',
        ),
      ),
    ).rejects.toThrow('Rendering takes longer than 1.5 seconds');
  });

  it('ends a rendering that yields too much', async () => {
    await expect(render(chart('a: {{ repeat 2000000 "x" }}'))).rejects.toThrow(
      'Rendering yields more than 1000000 bytes',
    );
  });

  it('survives an alias bomb in values', async () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) =>
        `l${level + 1}: &l${level + 1} [${Array(10)
          .fill(`*l${level}`)
          .join(', ')}]`,
    );
    await expect(
      render(
        chart('a: {{ .Values.l9 | toJson | len | quote }}', {
          'chart/values.yaml': `l0: &l0 [x]\n${levels.join('\n')}\n`,
        }),
      ),
    ).rejects.toThrow(
      /^(Cannot render: chart\/Chart.yaml: Helm refuses it|Rendering )/,
    );
  });
});

describe('HelmRenderer before it runs', () => {
  const dependency = (repository: string) => ({
    'chart/Chart.yaml': `${CHART}dependencies:\n- name: redis\n  version: 1.0.0\n  repository: ${repository}\n`,
  });
  const notVendored =
    'chart/Chart.yaml, line 5: the chart redis is not in charts/, and charts are not fetched';

  it.each([
    ['https://charts.example.com', notVendored],
    ['oci://example.com/charts', notVendored],
    ['"@stable"', notVendored],
    ['alias:stable', notVendored],
    ['', notVendored],
    ['file:///etc', "lies outside of the entity's source location"],
    ['file://../../etc', "lies outside of the entity's source location"],
    ['file://../gone', 'there is no chart at gone'],
  ])('refuses a chart of %s', async (repository, message) => {
    await expect(render(chart('a: b', dependency(repository)))).rejects.toThrow(
      message,
    );
  });

  it('does not copy a chart over what is there', async () => {
    await expect(
      render(
        chart('a: b', {
          ...dependency('file://../redis'),
          'chart/charts/redis/notes.txt': 'no chart',
          'redis/Chart.yaml': CHART,
        }),
      ),
    ).rejects.toThrow('charts/redis is there, but holds no chart');
  });

  it('does not copy charts that name each other many times over', async () => {
    const levels = Object.fromEntries(
      Array.from({ length: 6 }, (_, level) => [
        `level${level}/Chart.yaml`,
        `${CHART}dependencies:\n${Array.from(
          { length: 20 },
          (__, index) =>
            `- { name: c${index}, version: 1.0.0, repository: "file://../level${
              level + 1
            }" }\n`,
        ).join('')}`,
      ]),
    );
    await expect(
      render(
        chart('a: b', {
          ...dependency('file://../level0'),
          ...levels,
          'level6/Chart.yaml': CHART,
        }),
      ),
    ).rejects.toThrow('more than 100 charts are needed');
  });

  it('ends at charts that name themselves', async () => {
    await expect(
      render(chart('a: b', dependency('file://../chart'))),
    ).rejects.toThrow('charts are nested too deeply');
  });

  it.each([
    ['https://example.com/values.yaml', 'lies elsewhere'],
    ['/etc/passwd', 'lies elsewhere'],
    ['../../../etc/passwd', "leads out of the entity's source location"],
    ['gone.yaml', 'the values file gone.yaml does not exist'],
    ['link.yaml', 'the values file chart/link.yaml is a symbolic link'],
  ])('refuses the values file %s', async (file, message) => {
    const request = requestOf(
      chart('a: b'),
      'chart',
      { helm: { values: [{ file }] } },
      [{ path: 'chart/link.yaml', reason: 'is a symbolic link' }].filter(
        () => file === 'link.yaml',
      ),
    );
    await expect(renderer().render(request)).rejects.toThrow(
      file === 'link.yaml' ? 'chart/link.yaml: is a symbolic link' : message,
    );
  });

  it.each([
    [{ releaseName: '--post-renderer=/bin/sh' }, 'cannot be a release name'],
    [{ kubeVersion: '1 --debug' }, 'cannot be a Kubernetes version'],
    [{ apiVersions: ['a,b'] }, 'cannot be an API version'],
    [
      { parameters: [{ name: 'a', value: 'x'.repeat(70_000) }] },
      'the parameters for Helm are too long',
    ],
  ])('refuses %j', async (helm, message) => {
    await expect(render(chart('a: b'), { helm })).rejects.toThrow(message);
  });

  it('asks for the folder that holds all it needs', () => {
    const files = chart('a: b', dependency('file://../libraries/redis'));
    const options = { helm: { values: [{ file: '../../values.yaml' }] } };
    const below = (path: string) =>
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`${path}/${name}`, text]),
      );
    expect(
      renderer().widen(requestOf(below('shop'), 'shop/chart'), {
        path: 'shop/chart',
      }),
    ).toBe('shop');
    expect(
      renderer().widen(requestOf(below('shop'), 'shop/chart', options), {
        path: 'shop/chart',
      }),
    ).toBe('.');
  });

  it('says what to install', async () => {
    await expect(
      new HelmRenderer({
        sandbox: testSandbox(),
        command: 'no-such-helm',
      }).render(requestOf(chart('a: b'), 'chart')),
    ).rejects.toThrow(
      'what plumbline.git.renderers.helm.command names is not installed',
    );
  });
});
