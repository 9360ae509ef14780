import { asLive, configMap, lastApplied, managed } from '../fixtures/objects';
import { judge, request } from '../fixtures/requests';
import type { JsonMap } from '../values/json';

const pod = (containers?: JsonMap[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    containers: [{ name: 'web', image: 'web:1' }],
    ...(containers && { ephemeralContainers: containers }),
  },
});

const debugger1 = { name: 'debugger', image: 'busybox' };

/** As the server keeps it: with its defaults. */
const kept = (container: JsonMap) => ({
  ...container,
  imagePullPolicy: 'Always',
  terminationMessagePath: '/dev/termination-log',
});

const live = (...containers: JsonMap[]) =>
  asLive(pod(containers.map(kept)), {
    managedFields: [
      managed(
        'kubectl',
        { 'f:spec': { 'f:ephemeralContainers': {} } },
        { subresource: 'ephemeralcontainers', time: '2026-01-02T10:00:00Z' },
      ),
    ],
  });

const attach = (container: JsonMap, user = 'omar@example.com') =>
  request({
    user,
    resource: 'pods',
    subresource: 'ephemeralcontainers',
    body: { spec: { ephemeralContainers: [container] } },
  });

describe('a request of which only the body is recorded', () => {
  it('set the value that the server completed with defaults', () => {
    expect(
      judge(live(debugger1), [attach(debugger1)], { desired: pod() })
        .attribution,
    ).toMatchObject({ level: 'proven', principals: ['omar@example.com'] });
  });

  it('set it before a later answer shows what the server made of it', () => {
    const shown = live(debugger1);
    const label = request({
      resource: 'pods',
      at: '10:05:00',
      body: { metadata: { labels: { a: 'b' } } },
      answer: shown,
    });
    expect(
      judge(shown, [attach(debugger1), label], { desired: pod() }).attribution,
    ).toMatchObject({ level: 'proven', principals: ['omar@example.com'] });
  });

  it('did not set what it does not say', () => {
    expect(
      judge(live({ ...debugger1, image: 'other' }), [attach(debugger1)], {
        desired: pod(),
      }).attribution.level,
    ).not.toBe('proven');
  });

  it('did not write a list that holds more', () => {
    const second = { name: 'second', image: 'busybox' };
    expect(
      judge(
        live(debugger1, second),
        [attach(debugger1, 'jane@example.com'), attach(second)],
        { desired: pod() },
      ).attribution.level,
    ).not.toBe('proven');
  });
});

it('a body that carries along what admission put there is no cause', () => {
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { accessModes: ['ReadWriteOnce'] },
  };
  const bound = asLive(claim, {
    finalizers: ['kubernetes.io/pvc-protection'],
    managedFields: [
      managed('kubectl-client-side-apply', {
        'f:spec': { 'f:accessModes': {} },
      }),
    ],
  });
  const { verdict, attribution } = judge(
    bound,
    [
      request({
        user: 'system:serviceaccount:kube-system:persistent-volume-binder',
        verb: 'update',
        resource: 'persistentvolumeclaims',
        body: bound,
      }),
    ],
    { desired: claim },
  );
  expect(verdict).toBe('expected');
  expect(attribution.level).not.toBe('proven');

  const label = request({ resource: 'persistentvolumeclaims' });
  expect(judge(bound, [label], { desired: claim }).attribution).toMatchObject({
    level: 'none',
    principals: [],
  });
});

it('a write without a body may have done before what a later one does', () => {
  const file = configMap({ mode: 'fast' });
  const slow = asLive(configMap({ mode: 'slow' }), {
    annotations: lastApplied(file),
    managedFields: [managed('kubectl-patch', { 'f:data': { 'f:mode': {} } })],
  });
  const patch = (user: string, more = {}) =>
    request({
      resource: 'configmaps',
      name: 'settings',
      query: '?fieldManager=kubectl-patch',
      user,
      ...more,
    });
  const same = patch('omar@example.com', {
    at: '10:00:01',
    body: { data: { mode: 'slow' } },
    answer: slow,
  });
  const judgeSlow = (...events: ReturnType<typeof request>[]) =>
    judge(slow, events, { desired: file }).attribution;
  expect(judgeSlow(patch('jane@example.com'), same)).toMatchObject({
    level: 'ambiguous',
    principals: ['omar@example.com', 'jane@example.com'],
  });
  expect(judgeSlow(same).level).toBe('proven');
});
