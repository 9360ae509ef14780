import { asLive, deployment, lastApplied, managed } from '../fixtures/objects';
import { judge, request } from '../fixtures/requests';
import type { JsonMap } from '../values/json';

describe('a client-side applied object that a person applies server-side', () => {
  const own = deployment({ replicas: 6 });
  const annotation = {
    'f:metadata': {
      'f:annotations': {
        'f:kubectl.kubernetes.io/last-applied-configuration': {},
      },
    },
  };
  const live = asLive(own, {
    annotations: lastApplied(own),
    managedFields: [
      managed('kubectl-last-applied', annotation, {
        operation: 'Apply',
        time: undefined as never,
      }),
      managed(
        'kubectl',
        { ...annotation, 'f:spec': { 'f:replicas': {} } },
        { operation: 'Apply', time: '2026-01-02T10:00:00Z' },
      ),
    ],
  });

  it('has a last-applied annotation that does not speak for Git', () => {
    const finding = judge(
      live,
      [
        request({ query: '?fieldManager=kubectl&force=false' }),
        request({ query: '?fieldManager=kubectl-last-applied' }),
      ],
      { desired: deployment({ replicas: 1 }) },
    );
    expect(finding).toMatchObject({
      direction: 'unknown',
      attribution: { level: 'likely', principals: ['jane@example.com'] },
    });
  });
});

describe('an object that a person applies with a client of their own', () => {
  const own = deployment({ replicas: 6 });
  /** The server rewrites last-applied, and leaves its owner as it is. */
  const live = asLive(own, {
    annotations: lastApplied(own),
    managedFields: [
      managed(
        'kubectl-client-side-apply',
        {
          'f:metadata': {
            'f:annotations': {
              'f:kubectl.kubernetes.io/last-applied-configuration': {},
            },
          },
        },
        { time: '2026-01-02T08:00:00Z' },
      ),
      managed(
        'mine',
        { 'f:spec': { 'f:replicas': {} } },
        { operation: 'Apply', time: '2026-01-02T10:00:00Z' },
      ),
    ],
  });

  it('may have been brought away from Git by it', () => {
    const finding = judge(
      live,
      [
        request({
          query: '?fieldManager=mine&force=true',
          userAgent: 'curl/8',
        }),
      ],
      { desired: deployment({ replicas: 1 }) },
    );
    expect(finding).toMatchObject({
      direction: 'unknown',
      attribution: { level: 'likely', principals: ['jane@example.com'] },
    });
  });
});

describe('an apply of what is there already', () => {
  const replicas = { 'f:spec': { 'f:replicas': {} } };
  const live = asLive(deployment({ replicas: 3 }), {
    managedFields: [
      managed('mine', replicas, {
        operation: 'Apply',
        time: undefined as never,
      }),
      managed('kubectl-patch', replicas, { time: '2026-01-02T10:00:00Z' }),
    ],
  });

  it('is not what wrote the field', () => {
    const { attribution } = judge(
      live,
      [
        request({ query: '?fieldManager=kubectl-patch' }),
        request({
          user: 'omar@example.com',
          at: '10:30:00',
          query: '?fieldManager=mine&force=false',
        }),
      ],
      { desired: deployment({ replicas: 1 }) },
    );
    expect(attribution).toMatchObject({
      level: 'likely',
      principals: ['jane@example.com'],
    });
    expect(attribution.evidence).toContainEqual({
      kind: 'managed-fields',
      text: 'mine applied the field, too, as it seems without a change',
      holds: false,
    });
  });
});

describe('what Git dropped and somebody wrote into', () => {
  const pod = (...env: JsonMap[]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { containers: [{ name: 'web', env }] },
  });
  const level = { name: 'LOG_LEVEL', value: 'info' };
  const desired = pod(level);
  const inContainer = (fieldsOfEnv: JsonMap) => ({
    'f:spec': {
      'f:containers': {
        'k:{"name":"web"}': {
          'f:env': { 'k:{"name":"POOL"}': fieldsOfEnv },
        },
      },
    },
  });
  const live = asLive(pod(level, { name: 'POOL', value: '50' }), {
    managedFields: [
      managed('argocd-controller', inContainer({ '.': {}, 'f:name': {} }), {
        operation: 'Apply',
        time: '2026-01-02T08:00:00Z',
      }),
      managed('kubectl-set', inContainer({ 'f:value': {} }), {
        time: '2026-01-02T10:00:00Z',
      }),
    ],
  });

  it('moved on both sides, and who wrote is told', () => {
    const finding = judge(
      live,
      [request({ resource: 'pods', query: '?fieldManager=kubectl-set' })],
      { desired },
    );
    expect(finding).toMatchObject({
      type: 'stale',
      path: 'spec.containers[name=web].env[name=POOL]',
      direction: 'both',
      attribution: { level: 'strong', principals: ['jane@example.com'] },
    });
  });
});
