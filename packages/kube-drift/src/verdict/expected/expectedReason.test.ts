import { DiffOptions } from '../../DiffOptions';
import { diffManifests } from '../../diffManifests';
import {
  asLive,
  container,
  deployment,
  lastApplied,
  managed,
} from '../../fixtures/objects';
import { JsonMap, JsonValue } from '../../values/json';
import { KubeObject } from '../../yaml/readManifests';
import { expectedRules } from './expectedReason';

function judge(
  desired: KubeObject,
  live: KubeObject,
  options: DiffOptions = {},
) {
  const [{ findings }] = diffManifests([desired], [live], options).objects;
  return findings.map(({ verdict, reason }) =>
    reason === undefined ? verdict : `${verdict} ${reason}`,
  );
}

const scaleTargetRef = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name: 'web',
};

describe('replicas that a HorizontalPodAutoscaler sets', () => {
  const hpa = (apiVersion?: string): KubeObject => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      scaleTargetRef: {
        kind: 'Deployment',
        name: 'web',
        ...(apiVersion !== undefined && { apiVersion }),
      },
      maxReplicas: 5,
    },
  });
  const scaled = managed(
    'kube-controller-manager',
    { 'f:spec': { 'f:replicas': {} } },
    { subresource: 'scale' },
  );
  const verdict = (
    apiVersion: string | undefined,
    managedFields: JsonValue[],
  ) =>
    judge(
      deployment(),
      asLive(deployment({ replicas: 3 }), { managedFields }),
      { context: [hpa(apiVersion)] },
    )[0];

  it.each([undefined, '', 'apps/v1'])('%s: within its range', apiVersion => {
    expect(verdict(apiVersion, [])).toContain('expected autoscaler: within 1');
  });

  it('of another version only when it is seen to have scaled', () => {
    expect(verdict('apps/v2', [])).toBe('drift');
    expect(verdict('apps/v2', [scaled])).toContain('expected autoscaler');
    expect(verdict('example.com/v1', [scaled])).toBe('drift');
  });
});

describe('replicas that KEDA sets', () => {
  const scaledObject = (
    spec: JsonMap,
    annotations: JsonMap = {},
  ): KubeObject => ({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'web', namespace: 'shop', annotations },
    spec: { scaleTargetRef: { name: 'web' }, ...spec },
  });
  const verdict = (replicas: number, object: KubeObject) =>
    judge(deployment(), asLive(deployment({ replicas })), {
      context: [object],
    })[0];
  const range = { minReplicaCount: 2, maxReplicaCount: 5 };
  const PAUSED_AT = 'autoscaling.keda.sh/paused-replicas';

  it.each<[string, number, JsonMap, JsonMap, string]>([
    ['in its range', 3, range, {}, 'expected autoscaler: within 2 to 5'],
    ['above it', 6, range, {}, 'drift'],
    ['below it', 0, range, {}, 'drift'],
    [
      'while idle',
      0,
      { ...range, idleReplicaCount: 0 },
      {},
      'expected autoscaler: 0 while',
    ],
    ['by default', 99, {}, {}, 'expected autoscaler: within 0 to 100'],
    [
      'while paused',
      9,
      range,
      { [PAUSED_AT]: '9' },
      'expected autoscaler: 9 while',
    ],
    ['other than paused at', 3, range, { [PAUSED_AT]: '9' }, 'drift'],
  ])('%s', (_, replicas, spec, annotations, expected) => {
    expect(verdict(replicas, scaledObject(spec, annotations))).toContain(
      expected,
    );
  });
});

describe('resources that a VerticalPodAutoscaler sets', () => {
  const vpa = (policy: JsonMap, updateMode = 'Auto'): KubeObject => ({
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      targetRef: scaleTargetRef,
      updatePolicy: { updateMode },
      resourcePolicy: {
        containerPolicies: [{ containerName: '*', ...policy }],
      },
    },
  });
  const bounds = { minAllowed: { cpu: '100m' }, maxAllowed: { cpu: '2' } };
  const verdict = (
    cpu: string,
    object: KubeObject,
    manager = 'vpa-updater',
  ) => {
    const requests = { 'f:cpu': {} };
    const fieldsV1 = {
      'f:spec': {
        'f:template': {
          'f:spec': {
            'f:containers': {
              'k:{"name":"web"}': { 'f:resources': { 'f:requests': requests } },
            },
          },
        },
      },
    };
    const live = asLive(
      deployment(),
      { managedFields: [managed(manager, fieldsV1)] },
      copy => {
        const resources = container(copy).resources as { requests: JsonMap };
        resources.requests.cpu = cpu;
      },
    );
    return judge(deployment(), live, { context: [object] })[0].split(' ')[0];
  };

  it('are expected within what it may set', () => {
    expect(verdict('1500m', vpa(bounds))).toBe('expected');
    expect(verdict('3', vpa(bounds))).toBe('drift');
    expect(verdict('50m', vpa(bounds))).toBe('drift');
  });

  it('are drift when it sets no such resource', () => {
    expect(verdict('1500m', vpa(bounds, 'Off'))).toBe('drift');
    expect(verdict('1500m', vpa({ ...bounds, mode: 'Off' }))).toBe('drift');
    expect(verdict('1500m', vpa({ controlledResources: ['memory'] }))).toBe(
      'drift',
    );
  });

  it('are drift when a person wrote them', () => {
    expect(verdict('1500m', vpa(bounds), 'kubectl-edit')).toBe('drift');
  });
});

describe('CA bundles', () => {
  const webhook = (caBundle?: string): KubeObject => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: { name: 'mesh' },
    webhooks: [
      {
        name: 'inject.example.com',
        clientConfig: {
          service: { name: 'mesh', namespace: 'mesh' },
          ...(caBundle !== undefined && { caBundle }),
        },
      },
    ],
  });
  const verdict = (manager: string, annotations: JsonMap = {}) =>
    judge(
      webhook('Cg=='),
      asLive(webhook('Q0E='), {
        annotations,
        managedFields: [
          managed(manager, {
            'f:webhooks': {
              'k:{"name":"inject.example.com"}': {
                'f:clientConfig': { 'f:caBundle': {} },
              },
            },
          }),
        ],
      }),
    ).find(text => text.includes('CA bundle') || text === 'drift');

  it.each([
    [
      'pilot-discovery',
      {},
      'expected ca-bundle: CA bundle filled in by pilot-discovery',
    ],
    ['catalog', {}, 'expected ca-bundle: CA bundle filled in by catalog'],
    [
      'x',
      { 'cert-manager.io/inject-ca-from': 'a/b' },
      'expected ca-bundle: CA bundle filled in by an injector (cert-manager.io/inject-ca-from)',
    ],
    ['kubectl-edit', { 'cert-manager.io/inject-ca-from': 'a/b' }, 'drift'],
    ['argocd-controller', {}, 'drift'],
  ])('owned by %s with %j', (manager, annotations, expected) => {
    expect(verdict(manager, annotations)).toBe(expected);
  });
});

describe('images', () => {
  const live = (image: string, manager: string) =>
    asLive(
      deployment(),
      {
        annotations: lastApplied(deployment()),
        managedFields: [
          managed('ci', {
            'f:metadata': {
              'f:annotations': {
                'f:kubectl.kubernetes.io/last-applied-configuration': {},
              },
            },
          }),
          managed(manager, {
            'f:spec': {
              'f:template': {
                'f:spec': {
                  'f:containers': { 'k:{"name":"web"}': { 'f:image': {} } },
                },
              },
            },
          }),
        ],
      },
      copy => {
        container(copy).image = image;
      },
    );
  const verdict = (image: string, manager: string) =>
    judge(deployment(), live(image, manager), { gitopsManagers: ['ci'] })[0];

  it('are expected from a mirror when admission rewrote what was applied', () => {
    expect(verdict('mirror.example.com/shop/web:1.0', 'ci')).toContain(
      'expected image-mirrored',
    );
  });

  it.each([
    ['mirror.example.com/shop/web:1.1', 'ci'],
    ['mirror.example.com/shop/db:1.0', 'ci'],
    ['mirror.example.com/shop/web:1.0', 'kubectl-set'],
    ['mirror.example.com/shop/web:1.0', 'somebody'],
  ])('are drift otherwise: %s by %s', (image, manager) => {
    expect(verdict(image, manager)).toBe('drift');
  });
});

it('expects that autoscaling/v1 does not keep a declared status', () => {
  const autoscaler = (annotations: JsonMap): KubeObject => ({
    apiVersion: 'autoscaling/v1',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'shop', annotations },
    spec: { maxReplicas: 3 },
  });
  const declared = autoscaler({
    'autoscaling.alpha.kubernetes.io/conditions': '[]',
    team: 'shop',
  });
  expect(judge(declared, autoscaler({}))).toEqual([
    expect.stringContaining('expected autoscaler-status'),
    'drift',
  ]);
});

describe('marks of GitOps tools', () => {
  const verdict = (
    place: 'labels' | 'annotations',
    mark: string,
    manager: string,
  ) =>
    judge(
      deployment(),
      asLive(deployment(), {
        [place]: { app: 'web', [mark]: 'web' },
        managedFields: [
          managed(manager, {
            'f:metadata': { [`f:${place}`]: { [`f:${mark}`]: {} } },
          }),
        ],
      }),
    )[0];

  it.each([
    ['annotations', 'argocd.argoproj.io/tracking-id', 'argocd-controller'],
    ['labels', 'argocd.argoproj.io/instance', 'argocd-controller'],
    ['labels', 'app.kubernetes.io/instance', 'argocd-controller'],
    ['annotations', 'meta.helm.sh/release-name', 'helm'],
    ['annotations', 'meta.helm.sh/release-namespace', 'helm-controller'],
    ['labels', 'app.kubernetes.io/managed-by', 'helm'],
  ] as const)('are expected: %s %s of %s', (place, mark, manager) => {
    expect(verdict(place, mark, manager)).toContain('expected gitops-tracking');
  });

  it.each([
    ['annotations', 'argocd.argoproj.io/tracking-id', 'kubectl-annotate'],
    ['labels', 'app.kubernetes.io/instance', 'kubectl-label'],
  ] as const)('are drift otherwise: %s %s of %s', (place, mark, manager) => {
    expect(verdict(place, mark, manager)).toBe('drift');
  });
});

describe('the label by which Argo CD tracks objects', () => {
  const declared: KubeObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'web',
      namespace: 'shop',
      labels: { 'app.kubernetes.io/instance': 'release' },
    },
  };
  const verdict = (manager: string, annotations: JsonMap = {}) =>
    judge(
      declared,
      asLive(declared, {
        annotations,
        labels: { 'app.kubernetes.io/instance': 'web-prod' },
        managedFields: [
          managed(manager, {
            'f:metadata': {
              'f:labels': { 'f:app.kubernetes.io/instance': {} },
            },
          }),
        ],
      }),
    )[0];

  it('is expected to hold the name of the Application', () => {
    expect(verdict('argocd-controller')).toBe(
      'expected argocd-instance-label: Argo CD tracks the object by this label, in which it puts the name of its Application',
    );
  });

  it.each([
    ['kubectl-label', {}],
    ['helm', {}],
    // By annotation: then the label is as it was declared.
    ['argocd-controller', { 'argocd.argoproj.io/tracking-id': 'web:' }],
  ])('is drift when written by %s on an object with %j', (manager, marks) => {
    expect(verdict(manager, marks)).toBe('drift');
  });
});

it('every rule says what it expects', () => {
  expect(new Set(expectedRules.map(({ id }) => id)).size).toBe(
    expectedRules.length,
  );
  for (const { about } of expectedRules) {
    expect(about).toMatch(/^[A-Z].*\.$/);
  }
});
