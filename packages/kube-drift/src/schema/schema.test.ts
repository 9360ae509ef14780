import { diffManifests } from '../diffManifests';
import { asLive } from '../fixtures/objects';
import { JsonMap, JsonValue } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { compileOpenApi } from './compileOpenApi';
import { isDefault } from './defaults';
import { SchemaRegistry, snapshotVersion } from './registry';
import { CompiledSchemaReader } from './schemaNode';

const definition: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Cluster',
    names: { kind: 'Widget', plural: 'widgets' },
    versions: [
      {
        name: 'v1',
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  mode: { type: 'string', default: 'auto' },
                  share: {
                    'x-kubernetes-int-or-string': true,
                    pattern: '^[0-9]+([KMGTPE]i|[numkMGTPE])?$',
                  },
                  free: {
                    type: 'object',
                    'x-kubernetes-preserve-unknown-fields': true,
                  },
                  parts: {
                    type: 'array',
                    'x-kubernetes-list-type': 'map',
                    'x-kubernetes-list-map-keys': ['id'],
                    items: {
                      type: 'object',
                      properties: {
                        id: { type: 'string' },
                        port: { 'x-kubernetes-int-or-string': true },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
};

const widget = (spec: JsonMap): KubeObject => ({
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'blue' },
  spec,
});

describe('the shipped snapshot', () => {
  const registry = new SchemaRegistry({});
  const spec = registry.kind('apps/v1', 'Deployment').field('spec');
  const container = spec
    ?.field('template')
    ?.field('spec')
    ?.field('containers')?.items;

  it('names its Kubernetes version', () => {
    expect(snapshotVersion).toMatch(/^v1\.\d+\.\d+$/);
  });

  it('knows lists, keys, scalars and unions', () => {
    expect(container?.field('ports')?.list).toEqual({
      kind: 'keyed',
      keys: ['containerPort', 'protocol'],
    });
    expect(container?.field('args')?.list).toEqual({ kind: 'atomic' });
    expect(
      container?.field('resources')?.field('requests')?.field('cpu')?.scalar,
    ).toBe('quantity');
    expect(spec?.field('strategy')?.retainKeys).toBe(true);
    expect(spec?.field('nonsense')).toBeUndefined();
  });

  it('knows scope and URL names', () => {
    expect(registry.about('v1', 'Namespace')).toMatchObject({
      clusterScoped: true,
      resource: 'namespaces',
    });
    expect(
      registry.about('networking.k8s.io/v1', 'NetworkPolicy')?.resource,
    ).toBe('networkpolicies');
    expect(registry.about('example.com/v1', 'Widget')).toBeUndefined();
  });

  it('reads another version of a kind, and the metadata of any kind', () => {
    expect(
      registry.kind('apps/v1beta1', 'Deployment').field('spec')?.typeName,
    ).toBe('apps.v1.DeploymentSpec');
    expect(
      registry.kind('example.com/v1', 'Widget').field('metadata')?.typeName,
    ).toBe('meta.v1.ObjectMeta');
  });
});

describe('custom resources', () => {
  it('are compared by their own definition', () => {
    const desired = widget({
      parts: [
        { id: 'a', port: 80 },
        { id: 'b', port: 'http' },
      ],
    });
    const live = asLive(
      widget({
        mode: 'auto',
        parts: [
          { id: 'b', port: 'http' },
          { id: 'a', port: '80' },
        ],
      }),
    );
    const verdict = (objects: KubeObject[]) =>
      diffManifests([...objects, desired], [...objects, live]).objects.at(-1)
        ?.verdict;
    expect(verdict([])).toBe('drift');
    expect(verdict([definition])).toBe('none');
  });

  it('hold quantities where a pattern says so, or a name where anything may be', () => {
    const verdict = (desired: JsonMap, live: JsonMap) =>
      diffManifests([definition, widget(desired)], [widget(live)]).objects.at(
        -1,
      )?.verdict;
    expect(verdict({ share: '12000m' }, { share: 12 })).toBe('none');
    expect(verdict({ share: '12000m' }, { share: 13 })).toBe('drift');
    expect(
      verdict(
        { free: { requests: { cpu: '1000m' } } },
        { free: { requests: { cpu: 1 } } },
      ),
    ).toBe('none');
  });

  it('are of the scope that it says', () => {
    const registry = new SchemaRegistry({}, [definition]);
    expect(registry.about('example.com/v1', 'Widget')).toEqual({
      type: 'example.com.v1.Widget',
      resource: 'widgets',
      clusterScoped: true,
      custom: true,
    });
  });
});

describe('compileOpenApi', () => {
  it('leaves out what it cannot understand', () => {
    expect(compileOpenApi([undefined, 1, {}, { components: 'x' }])).toEqual({
      kinds: {},
      types: {},
    });
  });

  it('reads kinds, scope and defaults from a document', () => {
    const schema = compileOpenApi(
      [
        {
          paths: {
            '/apis/example.com/v1/namespaces/{namespace}/widgets': {
              post: {
                'x-kubernetes-group-version-kind': {
                  group: 'example.com',
                  version: 'v1',
                  kind: 'Widget',
                },
              },
            },
          },
          components: {
            schemas: {
              'com.example.v1.Widget': {
                properties: {
                  metadata: { type: 'object' },
                  spec: {
                    type: 'object',
                    properties: {
                      mode: { type: 'string', default: 'auto' },
                      paused: { type: 'boolean', default: false },
                      group: { type: 'string', default: '' },
                      matches: {
                        type: 'array',
                        'x-kubernetes-list-type': 'set',
                        default: [{ value: '/' }],
                        items: {
                          type: 'object',
                          properties: {
                            value: { type: 'string' },
                            type: { type: 'string', default: 'Prefix' },
                          },
                        },
                      },
                      empty: { type: 'object', default: {} },
                    },
                  },
                },
                'x-kubernetes-group-version-kind': [
                  { group: 'example.com', version: 'v1', kind: 'Widget' },
                ],
              },
            },
          },
        },
      ],
      'v1.99.0',
    );
    expect(schema).toMatchObject({
      kubernetes: 'v1.99.0',
      kinds: { 'example.com/v1/Widget': { resource: 'widgets', custom: true } },
    });
    const reader = new CompiledSchemaReader(schema);
    const spec = reader.kind('example.com/v1', 'Widget')?.field('spec');
    expect(spec?.field('mode')).toMatchObject({
      scalar: 'string',
      default: 'auto',
    });
    expect(spec?.field('paused')).toMatchObject({ default: false });
    expect(spec?.field('group')).toMatchObject({ default: '' });
    expect(spec?.field('empty')).not.toHaveProperty('default');
    const matches = spec?.field('matches');
    expect(matches).toMatchObject({ list: { kind: 'set' } });
    const asDefault = (live: JsonValue) => isDefault(live, { schema: matches });
    expect(asDefault([{ value: '/' }])).toBe(true);
    expect(asDefault([{ value: '/', type: 'Prefix' }])).toBe(true);
    expect(asDefault([{ value: '/', type: 'Exact' }])).toBe(false);
    expect(asDefault([{ type: 'Prefix' }])).toBe(false);
    expect(asDefault([{ value: '/' }, { value: '/a' }])).toBe(false);
  });
});

describe('isDefault', () => {
  const at = (
    parentType: string,
    name: string,
    live: JsonValue,
    parent?: JsonValue,
  ) => isDefault(live, { parentType, name, parent });

  it('knows what the API server fills in', () => {
    expect(at('core.v1.PodSpec', 'dnsPolicy', 'ClusterFirst')).toBe(true);
    expect(at('core.v1.PodSpec', 'dnsPolicy', 'Default')).toBe(false);
    expect(at('core.v1.PodSpec', 'nodeSelector', { a: 'b' })).toBe(false);
    expect(at('core.v1.ServiceSpec', 'clusterIP', '10.0.0.1')).toBe(true);
    expect(at('core.v1.ServicePort', 'targetPort', 80, { port: 80 })).toBe(
      true,
    );
    expect(at('core.v1.ServicePort', 'targetPort', 81, { port: 80 })).toBe(
      false,
    );
  });

  it('knows what it copies from a neighbouring field', () => {
    const limits = { cpu: '2', memory: '1Gi' };
    const requests = (live: JsonMap) =>
      at('core.v1.ResourceRequirements', 'requests', live, { limits });
    expect(requests({ cpu: '2' })).toBe(true);
    expect(requests({ cpu: '1' })).toBe(false);
    expect(
      at('core.v1.ContainerPort', 'hostPort', 80, { containerPort: 80 }),
    ).toBe(true);
  });

  it('tells the tolerations of every Pod from those that somebody added', () => {
    const toleration = (key: string) => ({
      key,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 300,
    });
    const tolerations = (key: string) =>
      at('core.v1.PodSpec', 'tolerations', [toleration(key)]);
    expect(tolerations('node.kubernetes.io/not-ready')).toBe(true);
    expect(tolerations('example.com/gpu')).toBe(false);
  });

  it.each([
    ['web', 'Always', true],
    ['web:latest', 'Always', true],
    ['host:5000/web', 'Always', true],
    ['web:1.0', 'IfNotPresent', true],
    ['web:1.0', 'Always', false],
    ['web@sha256:0', 'IfNotPresent', true],
    ['registry.example.com/team/web_1', 'Always', true],
    ['<your image>', 'IfNotPresent', true],
    ['Web', 'IfNotPresent', true],
  ])('an image %s pulled %s: %s', (image, policy, expected) => {
    expect(at('core.v1.Container', 'imagePullPolicy', policy, { image })).toBe(
      expected,
    );
  });
});
