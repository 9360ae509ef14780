import { FindingResult } from '../Comparison';
import { DiffOptions } from '../DiffOptions';
import { diffManifests } from '../diffManifests';
import {
  asLive,
  configMap,
  deployment,
  lastApplied,
  managed,
} from '../fixtures/objects';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

function compare(
  desired: KubeObject,
  live: KubeObject | undefined,
  options?: DiffOptions,
) {
  const { objects } = diffManifests([desired], live ? [live] : null, options);
  return objects[0];
}

function paths(findings: FindingResult[]): string[] {
  return findings.map(({ type, path }) => `${type} ${path}`);
}

describe('direction', () => {
  const before = configMap({ mode: 'fast' });
  const withBase = (mode: string) =>
    asLive(configMap({ mode }), { annotations: lastApplied(before) });
  const direction = (desired: string, live: KubeObject) =>
    compare(configMap({ mode: desired }), live).findings[0].direction;

  it('tells which side left the base', () => {
    expect(direction('fast', withBase('slow'))).toBe('live-changed');
    expect(direction('slow', withBase('fast'))).toBe('git-ahead');
    expect(direction('slow', withBase('off'))).toBe('both');
  });

  it('is unknown without a base', () => {
    expect(direction('fast', asLive(configMap({ mode: 'slow' })))).toBe(
      'unknown',
    );
  });

  it('takes the rendering that a controller applied for the base', () => {
    const live = asLive(configMap({ mode: 'fast' }));
    expect(
      compare(configMap({ mode: 'slow' }), live, { base: [before] }).findings[0]
        .direction,
    ).toBe('git-ahead');
  });

  it('does not take a hand-written annotation for Git', () => {
    const live = asLive(configMap({ mode: 'slow' }), {
      annotations: lastApplied(configMap({ mode: 'slow' })),
      managedFields: [
        managed('kubectl-replace', {
          'f:metadata': {
            'f:annotations': {
              'f:kubectl.kubernetes.io/last-applied-configuration': {},
            },
          },
        }),
      ],
    });
    expect(
      compare(configMap({ mode: 'fast' }), live, { gitopsManagers: ['argocd'] })
        .findings[0].direction,
    ).toBe('unknown');
  });
});

describe('fields that Git does not declare', () => {
  it('are stale when Git used to declare them', () => {
    const live = asLive(configMap({ mode: 'fast', old: 'x' }), {
      annotations: lastApplied(configMap({ mode: 'fast', old: 'x' })),
    });
    expect(compare(configMap({ mode: 'fast' }), live).findings).toMatchObject([
      { type: 'stale', path: 'data.old', direction: 'git-ahead' },
    ]);
  });

  it('are stale when a GitOps manager applied them', () => {
    const live = asLive(configMap({ mode: 'fast', old: 'x' }), {
      managedFields: [
        managed(
          'argocd-controller',
          { 'f:data': { 'f:mode': {}, 'f:old': {} } },
          { operation: 'Apply' },
        ),
      ],
    });
    expect(paths(compare(configMap({ mode: 'fast' }), live).findings)).toEqual([
      'stale data.old',
    ]);
  });

  it('leave out the old name that the API server gives a service account', () => {
    const declared = deployment();
    const { template } = declared.spec as { template: JsonMap };
    const spec = template.spec as JsonMap;
    spec.serviceAccountName = 'web';
    const live = asLive(
      declared,
      {
        managedFields: [
          managed('kubectl-client-side-apply', {
            'f:spec': {
              'f:template': {
                'f:spec': {
                  'f:serviceAccount': {},
                  'f:serviceAccountName': {},
                },
              },
            },
          }),
        ],
      },
      object => {
        const copy = object.spec as { template: { spec: JsonMap } };
        copy.template.spec.serviceAccount = 'web';
      },
    );
    expect(compare(declared, live).findings).toEqual([]);
  });

  const added = (manager: string) =>
    asLive(
      deployment(),
      {
        managedFields: [
          managed(manager, {
            'f:spec': {
              'f:template': {
                'f:spec': {
                  'f:containers': {
                    'k:{"name":"debug"}': {
                      '.': {},
                      'f:image': {},
                      'f:name': {},
                      'f:terminationMessagePath': {},
                    },
                  },
                  'f:dnsPolicy': {},
                },
              },
            },
          }),
        ],
      },
      object => {
        const { template } = object.spec as { template: JsonMap };
        const spec = template.spec as {
          containers: JsonMap[];
          dnsPolicy: string;
        };
        spec.dnsPolicy = 'ClusterFirst';
        spec.containers.push({
          name: 'debug',
          image: 'busybox',
          terminationMessagePath: '/dev/termination-log',
        });
      },
    );

  it('are additive when a person put them there, as one finding', () => {
    const { findings } = compare(deployment(), added('kubectl-edit'));
    expect(paths(findings)).toEqual([
      'additive spec.template.spec.containers[name=debug]',
    ]);
    expect(findings[0]).toMatchObject({
      direction: 'live-changed',
      owner: { manager: 'kubectl-edit', time: '2026-01-02T10:00:00Z' },
    });
  });

  it('say something when they are zero or false, other than by default', () => {
    const bare = deployment();
    delete (bare.spec as JsonMap).replicas;
    const live = asLive(
      bare,
      {
        managedFields: [
          managed('kubectl-edit', {
            'f:spec': {
              'f:paused': {},
              'f:replicas': {},
              'f:strategy': { 'f:rollingUpdate': { 'f:maxSurge': {} } },
              'f:template': {
                'f:spec': { 'f:securityContext': { 'f:runAsUser': {} } },
              },
            },
          }),
        ],
      },
      ({ spec }) => {
        Object.assign(spec as JsonMap, { replicas: 0 });
        const { template } = spec as { template: { spec: JsonMap } };
        template.spec.securityContext = { runAsUser: 0 };
      },
    );
    expect(paths(compare(bare, live).findings)).toEqual([
      'additive spec.replicas',
      'additive spec.template.spec.securityContext',
    ]);
  });

  it('are not what the API server makes of a null', () => {
    const secret = (data: JsonMap): KubeObject => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'smtp', namespace: 'shop' },
      data,
    });
    const live = (data: JsonMap) =>
      asLive(secret(data), {
        managedFields: [
          managed('kubectl-create', {
            'f:data': { '.': {}, 'f:password': {} },
          }),
        ],
      });
    const declared = secret({ password: null });
    expect(compare(declared, live({ password: '' })).findings).toEqual([]);
    expect(
      paths(compare(declared, live({ password: 'eA==' })).findings),
    ).toEqual(['additive data.password']);
    const applied = asLive(secret({ password: '' }), {
      annotations: lastApplied(secret({ password: '' })),
    });
    expect(compare(declared, applied).findings).toEqual([]);
  });

  it('are left out when a controller did, or when not wanted', () => {
    expect(compare(deployment(), added('istio')).findings).toEqual([]);
    expect(
      compare(deployment(), added('kubectl-edit'), { additive: false })
        .findings,
    ).toEqual([]);
  });
});

describe('fields inside what is owned as a whole', () => {
  const policy = (from: JsonMap): KubeObject => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      ingress: [{ from: [from], ports: [{ port: 8080 }] }],
    },
  });
  const front = { podSelector: { matchLabels: { app: 'front' } } };
  const patched = (object: KubeObject) =>
    asLive(object, {
      managedFields: [
        managed('kubectl-patch', {
          'f:spec': { 'f:podSelector': {}, 'f:ingress': {} },
        }),
      ],
    });

  it('are additive in an element that is as declared', () => {
    const live = patched(policy({ ...front, namespaceSelector: {} }));
    Object.assign((live.spec as JsonMap).podSelector as JsonMap, {
      matchLabels: { app: 'web', tier: 'none' },
    });
    expect(paths(compare(policy(front), live).findings).sort()).toEqual([
      'additive spec.ingress[0].from[0].namespaceSelector',
      'additive spec.podSelector.matchLabels.tier',
    ]);
  });

  it('are stale where Git used to declare them, whoever else owns the list', () => {
    const before = policy({ ...front, namespaceSelector: {} });
    const live = asLive(before, {
      annotations: lastApplied(before),
      managedFields: [
        managed('kubectl-client-side-apply', { 'f:spec': { 'f:ingress': {} } }),
      ],
    });
    expect(compare(policy(front), live).findings).toMatchObject([
      {
        type: 'stale',
        path: 'spec.ingress[0].from[0].namespaceSelector',
        direction: 'git-ahead',
      },
    ]);
  });

  it('are stale where a GitOps manager applied the list', () => {
    const live = (object: KubeObject) =>
      asLive(object, {
        managedFields: [
          managed(
            'argocd-controller',
            { 'f:spec': { 'f:ingress': {} } },
            { operation: 'Apply' },
          ),
        ],
      });
    const wider = policy({ ...front, namespaceSelector: {} });
    expect(compare(policy(front), live(wider)).findings).toMatchObject([
      {
        type: 'stale',
        path: 'spec.ingress[0].from[0].namespaceSelector',
        direction: 'git-ahead',
      },
    ]);
    expect(compare(wider, live(wider)).findings).toEqual([]);
  });

  it('are not stale in custom resources, where a webhook may fill them in', () => {
    const task = (step: JsonMap): KubeObject => ({
      apiVersion: 'example.com/v1',
      kind: 'Task',
      metadata: { name: 'build', namespace: 'shop' },
      spec: { steps: [step] },
    });
    const text = { type: 'string' };
    const items = {
      type: 'object',
      properties: { image: text, policy: text },
    };
    const spec = {
      type: 'object',
      properties: { steps: { type: 'array', items } },
    };
    const definition: KubeObject = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'tasks.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'Task', plural: 'tasks' },
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            schema: {
              openAPIV3Schema: { type: 'object', properties: { spec } },
            },
          },
        ],
      },
    };
    const live = (manager: string, operation: string) =>
      asLive(task({ image: 'a', policy: 'b' }), {
        managedFields: [
          managed(manager, { 'f:spec': { 'f:steps': {} } }, { operation }),
        ],
      });
    const found = (object: KubeObject) =>
      paths(
        compare(task({ image: 'a' }), object, { context: [definition] })
          .findings,
      );
    expect(found(live('argocd-controller', 'Apply'))).toEqual([]);
    expect(found(live('kubectl-edit', 'Update'))).toEqual([
      'additive spec.steps[0].policy',
    ]);
  });

  it('are additive also as an empty selector that is all there is', () => {
    const live = patched(policy({ ...front, namespaceSelector: {} }));
    expect(paths(compare(policy(front), live).findings)).toEqual([
      'additive spec.ingress[0].from[0].namespaceSelector',
    ]);
  });

  it('are no addition in an element that is another', () => {
    const other = {
      podSelector: { matchLabels: { app: 'other' } },
      namespaceSelector: {},
    };
    expect(
      paths(compare(policy(front), patched(policy(other))).findings),
    ).toEqual(['changed spec.ingress[0].from[0].podSelector.matchLabels.app']);
  });

  it('are not what the API server fills in, in claim templates neither', () => {
    const claims = (more: JsonMap): KubeObject => ({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'shop' },
      spec: { volumeClaimTemplates: [{ metadata: { name: 'data' }, ...more }] },
    });
    const live = asLive(
      claims({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        status: { phase: 'Pending' },
      }),
      {
        managedFields: [
          managed('kubectl-create', {
            'f:spec': { 'f:volumeClaimTemplates': {} },
          }),
        ],
      },
    );
    expect(compare(claims({}), live).findings).toEqual([]);
  });
});
