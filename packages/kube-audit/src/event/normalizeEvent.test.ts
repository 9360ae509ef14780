import { auditEvent } from '../__fixtures__/auditEvent';
import { InvalidAuditEventError } from './InvalidAuditEventError';
import { normalizeEvent } from './normalizeEvent';
import { MAX_AUDIT_ID_LENGTH } from './sanitize';

describe('normalizeEvent', () => {
  it('types a finished request', () => {
    const e = normalizeEvent(
      auditEvent({
        verb: 'patch',
        requestURI:
          '/apis/apps/v1/namespaces/shop/deployments/web?fieldManager=kubectl-set',
        objectRef: {
          resource: 'deployments',
          apiGroup: 'apps',
          apiVersion: 'v1',
          namespace: 'shop',
          name: 'web',
        },
        responseObject: { kind: 'Deployment' },
        sourceIPs: ['1.2.3.4', '10.0.0.9'],
        stageTimestamp: '2026-01-05T11:00:00.123456789+01:00',
      }),
    );
    expect(e).toMatchObject({
      time: '2026-01-05T10:00:00.123456Z',
      timeMicros: 1767607200123456,
      fieldManager: 'kubectl-set',
      sourceIP: '10.0.0.9',
      outcome: 'success',
      dryRun: false,
      object: { apiGroup: 'apps', resource: 'deployments', kind: 'Deployment' },
      effectiveUser: 'jane@example.com',
      flags: [],
    });
  });

  it.each([
    ['kind', { kind: 0 as unknown as string }],
    ['auditID', { auditID: undefined }],
    ['auditID', { auditID: '' }],
    ['verb', { verb: 7 as unknown as string }],
    ['stage', { stage: 'Somewhere' }],
    [
      'stageTimestamp',
      { stageTimestamp: 'yesterday', requestReceivedTimestamp: undefined },
    ],
    // A time without a zone would move between machines.
    [
      'stageTimestamp',
      {
        stageTimestamp: '2026-01-05T10:00:00',
        requestReceivedTimestamp: undefined,
      },
    ],
  ])('refuses a wrong %s and names it', (field, overrides) => {
    const act = () => normalizeEvent(auditEvent(overrides));
    expect(act).toThrow(InvalidAuditEventError);
    expect(act).toThrow(new RegExp(`^${field}: `));
  });

  it.each([
    ['ResponseComplete', 200, 'success'],
    ['ResponseComplete', 403, 'denied'],
    ['ResponseStarted', 401, 'denied'],
    ['ResponseComplete', 404, 'failed'],
    ['ResponseStarted', 101, 'started'],
    ['RequestReceived', undefined, 'started'],
    ['Panic', 200, 'failed'],
    ['ResponseComplete', undefined, 'unknown'],
  ])('reads %s with code %s as %s', (stage, code, outcome) => {
    const e = normalizeEvent(auditEvent({ stage, responseStatus: { code } }));
    expect(e.outcome).toBe(outcome);
  });

  it('finds a dry run in the query, in DeleteOptions and in an Eviction', () => {
    const dryRun = (overrides: object) =>
      normalizeEvent(auditEvent(overrides)).dryRun;
    expect(dryRun({ verb: 'patch', requestURI: '/x?dryRun=All' })).toBe(true);
    expect(dryRun({ verb: 'delete', requestObject: { dryRun: ['All'] } })).toBe(
      true,
    );
    expect(
      dryRun({
        verb: 'create',
        objectRef: { resource: 'pods', subresource: 'eviction' },
        requestObject: { deleteOptions: { dryRun: ['All'] } },
      }),
    ).toBe(true);
    expect(dryRun({ verb: 'delete', requestObject: {} })).toBe(false);
    expect(dryRun({ verb: 'delete' })).toBe('unknown');
  });

  it('proves a no-op only by equal resource versions of an update', () => {
    const version = (v: string) => ({ metadata: { resourceVersion: v } });
    const noop = (verb: string, before: string, after: string) =>
      normalizeEvent(
        auditEvent({
          verb,
          requestObject: version(before),
          responseObject: version(after),
        }),
      ).noop;
    expect(noop('update', '7', '7')).toBe(true);
    expect(noop('update', '7', '8')).toBeUndefined();
    expect(noop('patch', '7', '7')).toBeUndefined();
  });

  it('makes hostile strings storable and keeps long ids apart', () => {
    const long = 'x'.repeat(4000);
    const e = normalizeEvent(
      auditEvent({
        auditID: long,
        objectRef: { resource: 'pods', name: 'a\u0000b\ud800' },
      }),
    );
    expect(e.object?.name).toBe('a␀b\ufffd');
    expect(e.auditID).toHaveLength(MAX_AUDIT_ID_LENGTH);
    expect(e).toMatchObject({
      auditIDTruncated: true,
      flags: ['audit-id-truncated'],
    });
    const other = normalizeEvent(auditEvent({ auditID: `${long}y` }));
    expect(other.auditID).not.toBe(e.auditID);
  });

  it('does not let __proto__ through', () => {
    const event = JSON.parse(
      '{"auditID":"a","verb":"get","stage":"Panic","stageTimestamp":"2026-01-05T10:00:00Z","annotations":{"__proto__":"x"},"user":{"extra":{"__proto__":["y"]}}}',
    );
    const e = normalizeEvent(event);
    expect(Object.getPrototypeOf(e.annotations)).toBe(Object.prototype);
    expect(Object.keys(e.annotations)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
