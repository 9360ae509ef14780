import { DiffOptions } from '../DiffOptions';
import { diffManifests } from '../diffManifests';
import {
  container,
  deployment,
  lastApplied,
  managed,
} from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

/** Paths of what counts as drift. */
function drift(
  desired: KubeObject,
  live: KubeObject,
  options: DiffOptions = {},
): string[] {
  const [{ findings }] = diffManifests([desired], [live], options).objects;
  return findings
    .filter(({ verdict }) => verdict === 'drift')
    .map(({ type, path }) => `${type} ${path}`);
}

/** As `kubectl create` leaves an object: owner of each default as well. */
function created(object: KubeObject, spec: JsonMap): KubeObject {
  const fieldsV1 = {
    'f:spec': Object.fromEntries(
      Object.keys(spec).map(name => [`f:${name}`, {}]),
    ),
  };
  return {
    ...object,
    metadata: {
      ...object.metadata,
      managedFields: [managed('kubectl-create', fieldsV1)],
    },
    spec,
  };
}

describe('what the API server fills in', () => {
  it('depends on other fields of a Job', () => {
    const job: KubeObject = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'import', namespace: 'shop' },
      spec: { backoffLimitPerIndex: 1, podFailurePolicy: { rules: [] } },
    };
    const filled = {
      ...(job.spec as JsonMap),
      backoffLimit: 2147483647,
      podReplacementPolicy: 'Failed',
    };
    expect(drift(job, created(job, filled))).toEqual([]);
    expect(drift(job, created(job, { ...filled, backoffLimit: 6 }))).toEqual(
      [],
    );
    expect(drift(job, created(job, { ...filled, backoffLimit: 9 }))).toEqual([
      'additive spec.backoffLimit',
    ]);
  });

  it('is the uid of a Job in its selector and template, even if Git has one', () => {
    const job = (uid: string, team: string): KubeObject => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'import', namespace: 'shop' },
      spec: {
        selector: {
          matchLabels: { 'batch.kubernetes.io/controller-uid': uid },
        },
        template: { metadata: { labels: { 'controller-uid': uid, team } } },
      },
    });
    expect(drift(job('1', 'a'), job('2', 'a'))).toEqual([]);
    expect(drift(job('1', 'a'), job('2', 'b'))).toEqual([
      'changed spec.template.metadata.labels.team',
    ]);
  });

  it('copies the source of a claim, with a null in it', () => {
    const source = { kind: 'PersistentVolumeClaim', name: 'data' };
    const claim: KubeObject = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'copy', namespace: 'shop' },
      spec: { dataSource: source },
    };
    const filled = { ...source, apiGroup: null };
    expect(
      drift(
        claim,
        created(claim, { dataSource: filled, dataSourceRef: filled }),
      ),
    ).toEqual([]);
  });

  it('is nothing that a table inherits', () => {
    const claim = (spec: JsonMap): KubeObject => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop' },
      spec,
    });
    const odd = { constructor: 'odd' };
    expect(drift(claim({}), created(claim(odd), odd))).toEqual([
      'additive spec.constructor',
    ]);
  });

  it('is an empty selector where the API server puts one', () => {
    const policy = (constraints: JsonMap): KubeObject => ({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: 'pods' },
      spec: { matchConstraints: constraints },
    });
    const rules = [{ resources: ['pods'] }];
    const selectors = { namespaceSelector: {}, objectSelector: {} };
    const filled = (more: JsonMap): JsonMap => ({
      matchConstraints: {
        ...selectors,
        matchPolicy: 'Equivalent',
        resourceRules: [{ ...rules[0], scope: '*' }],
        ...more,
      },
    });
    const declared = policy({ resourceRules: rules });
    expect(drift(declared, created(declared, filled({})))).toEqual([]);
    expect(
      drift(
        declared,
        created(declared, filled({ excludeResourceRules: rules })),
      ),
    ).toEqual(['additive spec.matchConstraints.excludeResourceRules']);
  });

  it('takes an empty pull policy for none', () => {
    const withPolicy = (imagePullPolicy: string) => {
      const object = deployment();
      container(object).imagePullPolicy = imagePullPolicy;
      return object;
    };
    expect(drift(withPolicy(''), withPolicy('IfNotPresent'))).toEqual([]);
    expect(drift(withPolicy(''), withPolicy('Always'))).toHaveLength(1);
  });
});

describe('keys that the API server completes', () => {
  const listener = (name: string, protocol?: string): JsonMap => ({
    name,
    ...(protocol && { transport: protocol }),
  });
  const gateway = (
    listeners: JsonMap[],
    metadata: JsonMap = {},
  ): KubeObject => ({
    apiVersion: 'example.com/v1',
    kind: 'Gateway',
    metadata: { name: 'edge', namespace: 'shop', ...metadata },
    spec: { listeners },
  });
  const definition: KubeObject = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'gateways.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Gateway', plural: 'gateways' },
      versions: [
        {
          name: 'v1',
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: specSchema() },
            },
          },
        },
      ],
    },
  };

  function specSchema(): JsonMap {
    const transport = { type: 'string', default: 'tcp' };
    return {
      type: 'object',
      properties: {
        listeners: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name', 'transport'],
          items: {
            type: 'object',
            properties: { name: { type: 'string' }, transport },
          },
        },
        limits: {
          type: 'object',
          default: {},
          properties: { burst: { type: 'integer', default: 5 } },
        },
      },
    };
  }

  const owned = (...keys: JsonMap[]) => ({
    managedFields: [
      managed(
        'argocd-controller',
        {
          'f:spec': {
            'f:listeners': Object.fromEntries(
              keys.map(key => [
                `k:${JSON.stringify(key)}`,
                { '.': {}, 'f:name': {}, 'f:transport': {} },
              ]),
            ),
          },
        },
        { operation: 'Apply' },
      ),
    ],
  });
  const desired = gateway([listener('a'), listener('b', 'udp')]);
  const served = [listener('a', 'tcp'), listener('b', 'udp')];
  const left = [...served, listener('c', 'tcp')];

  it.each([
    ['by the definition', { context: [definition] }],
    ['without one', {}],
  ])('are found again in what Git applied, %s', (_, options) => {
    expect(drift(desired, gateway(served, owned(...served)), options)).toEqual(
      [],
    );
    expect(drift(desired, gateway(left, owned(...left)), options)).toContain(
      `${'context' in options ? 'stale' : 'changed'} spec.listeners${
        'context' in options ? '[name=c,transport=tcp]' : ''
      }`,
    );
  });

  it('are found again in the last-applied annotation', () => {
    const annotations = lastApplied(
      gateway([listener('a'), listener('b', 'udp'), listener('c')]),
    );
    expect(
      drift(desired, gateway(left, { annotations }), { context: [definition] }),
    ).toEqual(['stale spec.listeners[name=c,transport=tcp]']);
  });

  it('a null asks for defaults, of a struct too', () => {
    const withLimits = (limits: JsonMap | null): KubeObject => ({
      ...gateway([]),
      spec: { limits },
    });
    const options = { context: [definition] };
    expect(drift(withLimits(null), withLimits({ burst: 5 }), options)).toEqual(
      [],
    );
    expect(drift(withLimits(null), withLimits({ burst: 6 }), options)).toEqual([
      'changed spec.limits',
    ]);
  });
});
