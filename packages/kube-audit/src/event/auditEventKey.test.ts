import fc from 'fast-check';
import { auditEvent } from '../__fixtures__/auditEvent';
import { auditEventKey, requestKey } from './auditEventKey';
import { normalizeEvent } from './normalizeEvent';

const base = auditEvent();
const keyOf = (overrides: object, cluster = 'prod') =>
  auditEventKey(cluster, normalizeEvent({ ...base, ...overrides }));

describe('auditEventKey', () => {
  it('is the same for webhook and file copies, and for a truncated one', () => {
    const { kind, apiVersion, ...item } = base;
    expect(auditEventKey('prod', normalizeEvent(item))).toBe(keyOf({}));
    expect(keyOf({ responseObject: { a: 1 } })).toBe(keyOf({}));
    expect([kind, apiVersion]).toEqual(['Event', 'audit.k8s.io/v1']);
  });

  it.each([
    ['stage', { stage: 'ResponseStarted' }],
    ['time', { stageTimestamp: '2026-01-05T10:00:00.000001Z' }],
    ['user', { user: { username: 'omar' } }],
    ['URI', { requestURI: '/api/v1/pods' }],
    ['verb', { verb: 'list' }],
    ['impersonated user', { impersonatedUser: { username: 'eve' } }],
  ])('differs by %s although the audit ID is the same', (_, overrides) => {
    expect(keyOf(overrides)).not.toBe(keyOf({}));
  });

  it('differs by cluster', () => {
    expect(keyOf({}, 'a')).not.toBe(keyOf({}, 'b'));
  });

  it('does not let parts run into each other', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        (a, b) => {
          fc.pre(a !== b);
          expect(keyOf({ auditID: 'x', requestURI: a })).not.toBe(
            keyOf({ auditID: 'x', requestURI: b }),
          );
        },
      ),
    );
  });
});

describe('requestKey', () => {
  it('joins the stages of a request', () => {
    const started = normalizeEvent({ ...base, stage: 'ResponseStarted' });
    const complete = normalizeEvent({
      ...base,
      stageTimestamp: '2026-01-05T10:30:00Z',
    });
    expect(requestKey('c', started)).toBe(requestKey('c', complete));
  });

  it('joins both transports of a refused exec, but not of two that were allowed', () => {
    const exec = (verb: string, auditID: string, code: number) =>
      normalizeEvent({
        ...base,
        verb,
        auditID,
        requestURI: '/api/v1/namespaces/shop/pods/web/exec?command=ls',
        objectRef: { ...base.objectRef, subresource: 'exec' },
        responseStatus: { code },
      });
    expect(requestKey('c', exec('get', 'a', 403))).toBe(
      requestKey('c', exec('create', 'b', 403)),
    );
    expect(requestKey('c', exec('get', 'a', 101))).not.toBe(
      requestKey('c', exec('create', 'b', 101)),
    );
  });
});
