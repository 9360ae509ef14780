import { request, type RequestOf } from '../__fixtures__/auditEvent';
import type { AuditEvent } from '../event/AuditEvent';
import { explainEvents } from '../explainEvents';

const sentence = (
  of: RequestOf,
  overrides: Partial<AuditEvent> = {},
  cluster?: string,
) => explainEvents([request(of, overrides)], { cluster })[0].sentence;

describe('describeEvent', () => {
  it.each<[RequestOf, string]>([
    [
      { verb: 'get', object: 'pods/web' },
      'jane@example.com read pods/web in shop',
    ],
    [
      { verb: 'list', object: 'pods/', namespace: null },
      'jane@example.com listed pods in all namespaces',
    ],
    [
      { verb: 'create', object: 'namespaces/new', namespace: null, code: 201 },
      'jane@example.com created namespaces/new',
    ],
    [
      { verb: 'delete', object: 'pods/web', code: 403 },
      'jane@example.com tried to delete pods/web in shop: denied (403)',
    ],
    [
      { verb: 'get', object: 'pods/web', code: 404 },
      'jane@example.com tried to read pods/web in shop: not found (404)',
    ],
    [
      {
        verb: 'get',
        object: 'pods/web/exec',
        query: 'command=ls&command=-l',
        code: 101,
      },
      'jane@example.com ran "ls -l" in pods/web in shop',
    ],
    [
      {
        verb: 'patch',
        object: 'deployments.apps/web/scale',
        body: { spec: { replicas: 3 } },
      },
      'jane@example.com scaled deployments/web in shop to 3',
    ],
    [
      {
        verb: 'patch',
        object: 'deployments.apps/web',
        query: 'dryRun=All',
        body: {},
      },
      'jane@example.com changed deployments/web in shop (dry run)',
    ],
    [
      { verb: 'get', object: 'secrets/db', namespace: 'shop' },
      'jane@example.com read secrets/db in shop',
    ],
  ])('%j', (of, expected) => {
    expect(sentence(of)).toBe(expected);
  });

  it('says as whom, and on which cluster', () => {
    expect(
      sentence(
        { verb: 'get', object: 'pods/web' },
        { impersonatedUser: { username: 'eve' } },
        'prod',
      ),
    ).toBe(
      'jane@example.com (acting as eve) read pods/web in shop on cluster prod',
    );
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
      '(unauthenticated) tried to list pods in shop: refused, not authenticated (401)',
    );
  });

  it('escapes what would forge a line', () => {
    expect(sentence({ verb: 'get', object: 'pods/a\u202eb' })).toContain(
      'a\\u{202e}b',
    );
  });
});
