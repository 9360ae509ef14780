import { request, type RequestOf } from '../__fixtures__/auditEvent';
import type { AuditEvent } from '../event/AuditEvent';
import { explainEvents } from '../explainEvents';

const sentence = (of: RequestOf, overrides: Partial<AuditEvent> = {}) =>
  explainEvents([request(of, overrides)], { cluster: 'prod' })[0].sentence;

const EXEC = { verb: 'get', object: 'pods/web/exec', code: 101 };

describe('describeEvent', () => {
  it.each<[RequestOf, string]>([
    [{ verb: 'get', object: 'pods/web' }, 'read Pod web in shop'],
    [{ verb: 'get', object: 'secrets/db' }, 'read Secret db in shop'],
    [{ verb: 'get', object: 'nodes/n1', namespace: null }, 'read Node n1'],
    [{ verb: 'list', object: 'pods/' }, 'listed Pods in shop'],
    [
      { verb: 'list', object: 'pods/', namespace: null },
      'listed Pods in all namespaces',
    ],
    [
      { verb: 'watch', object: 'networkpolicies.networking.k8s.io/' },
      'watched NetworkPolicies in shop',
    ],
    [
      { verb: 'deletecollection', object: 'ingresses.networking.k8s.io/' },
      'deleted all Ingresses in shop',
    ],
    [
      { verb: 'create', object: 'namespaces/new', namespace: null, code: 201 },
      'created Namespace new',
    ],
    [{ verb: 'create', object: 'pods/', code: 201 }, 'created a Pod in shop'],
    [
      { verb: 'patch', object: 'deployments.apps/web', code: 201 },
      'created Deployment web in shop',
    ],
    [{ verb: 'delete', object: 'pods/web' }, 'deleted Pod web in shop'],
    [
      { verb: 'delete', object: 'widgets.example.com/green' },
      'deleted widgets green in shop',
    ],
    [
      {
        verb: 'get',
        object: 'widgets.example.com/green',
        response: { kind: 'Widget' },
      },
      'read Widget green in shop',
    ],
    [
      { verb: 'update', object: 'pods/web/status' },
      'changed the status of Pod web in shop',
    ],
  ])('%j: %s', (of, expected) => {
    expect(sentence(of)).toBe(`jane@example.com ${expected}`);
  });

  it.each<[RequestOf, string]>([
    [{ ...EXEC, query: 'command=ls&command=-l' }, 'ran `ls -l` in'],
    [{ ...EXEC, query: 'command=sh&tty=true' }, 'opened a shell in'],
    [EXEC, 'ran a command in'],
    [
      {
        ...EXEC,
        query: 'command=sh&command=-c&command=rm%20-rf%20/data&tty=true',
      },
      "ran `sh -c 'rm -rf /data'` in",
    ],
    [{ verb: 'get', object: 'pods/web/log' }, 'read the logs of'],
    [{ verb: 'create', object: 'pods/web/attach' }, 'attached to'],
    [{ verb: 'create', object: 'pods/web/eviction' }, 'evicted'],
    [
      { verb: 'create', object: 'pods/web/portforward' },
      'opened a port-forward to',
    ],
    [
      { verb: 'patch', object: 'pods/web/ephemeralcontainers' },
      'attached a debug container to',
    ],
    [
      {
        verb: 'patch',
        object: 'pods/web/ephemeralcontainers',
        body: { spec: { ephemeralContainers: [{ image: 'busybox:1.36' }] } },
      },
      'attached a debug container (busybox:1.36) to',
    ],
    [
      { verb: 'get', object: 'pods/web/ephemeralcontainers' },
      'read the debug containers of',
    ],
  ])('%j: %s the pod', (of, expected) => {
    expect(sentence(of)).toBe(`jane@example.com ${expected} Pod web in shop`);
  });

  it('tells to which node a pod was bound', () => {
    const body = { target: { kind: 'Node', name: 'n1' } };
    expect(sentence({ verb: 'create', object: 'pods/web/binding', body })).toBe(
      'jane@example.com bound Pod web in shop to n1',
    );
  });

  it('says of a stream that began what it is, and of a request only that it came', () => {
    const of = { ...EXEC, query: 'command=bash' };
    expect(sentence(of, { stage: 'ResponseStarted' })).toBe(
      'jane@example.com opened a shell in Pod web in shop',
    );
    expect(
      sentence(of, { stage: 'RequestReceived', responseStatus: undefined }),
    ).toBe(
      'jane@example.com opened a shell in Pod web in shop: request received',
    );
  });

  it.each<[RequestOf, string]>([
    [
      { verb: 'get', object: 'secrets/db', code: 403 },
      'was denied: cannot get Secret db in shop',
    ],
    [
      { verb: 'deletecollection', object: 'pods/', code: 403 },
      'was denied: cannot delete all Pods in shop',
    ],
    [
      { ...EXEC, query: 'command=sh', code: 403 },
      'was denied: cannot open a shell in Pod web in shop',
    ],
    [
      {
        verb: 'patch',
        object: 'deployments.apps/web/scale',
        body: { spec: { replicas: 3 } },
        query: 'dryRun=All',
        code: 403,
      },
      'was denied: cannot scale Deployment web in shop to 3 as a dry run',
    ],
    [
      { verb: 'get', object: 'pods/web', code: 404 },
      'tried to read Pod web in shop: not found (404)',
    ],
    [
      { verb: 'delete', object: 'pods/web', code: 418 },
      'tried to delete Pod web in shop: failed (418)',
    ],
  ])('tells how it ended: %j', (of, expected) => {
    expect(sentence(of)).toBe(`jane@example.com ${expected}`);
  });

  it('says that a dry run changed nothing, unless it failed', () => {
    const of = {
      verb: 'patch',
      object: 'deployments.apps/web',
      query: 'dryRun=All',
      body: {},
    };
    expect(sentence(of)).toBe(
      'jane@example.com tried to change Deployment web in shop as a dry run; nothing changed',
    );
    expect(sentence({ ...of, code: 422 })).toBe(
      'jane@example.com tried to change Deployment web in shop as a dry run: invalid (422)',
    );
  });

  it('says as whom', () => {
    expect(
      sentence(
        { verb: 'get', object: 'pods/web' },
        { impersonatedUser: { username: 'eve' } },
      ),
    ).toBe('jane@example.com (acting as eve) read Pod web in shop');
  });

  it('tells requests without an object, and strangers', () => {
    expect(
      sentence(
        { verb: 'get', object: 'pods/web' },
        { objectRef: undefined, requestURI: '/metrics' },
      ),
    ).toBe('jane@example.com requested GET /metrics');
    expect(
      sentence({ verb: 'list', object: 'pods/', code: 401 }, { user: {} }),
    ).toBe(
      '(unauthenticated) tried to list Pods in shop: refused, not authenticated (401)',
    );
  });

  it('escapes what would forge a line', () => {
    expect(sentence({ verb: 'get', object: 'pods/a\u202eb' })).toContain(
      'a\\u{202e}b',
    );
  });
});
