import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { auditEvent } from '../__fixtures__/auditEvent';
import { readAuditEvents } from './readAuditEvents';

const one = auditEvent({ auditID: 'one' });
const two = auditEvent({ auditID: 'two' });
const json = JSON.stringify;

function read(text: string) {
  return readAuditEvents(text).map(r =>
    'error' in r ? `error: ${r.error}` : r.event.auditID,
  );
}

describe('readAuditEvents', () => {
  it.each([
    ['a single event', json(one), ['one']],
    ['a pretty-printed event', json(one, null, 2), ['one']],
    [
      'two pretty-printed events',
      `${json(one, null, 2)}\n${json(two, null, 2)}`,
      ['one', 'two'],
    ],
    [
      'NDJSON with CRLF, blank lines and a BOM',
      `\ufeff${json(one)}\r\n\r\n${json(two)}\r\n`,
      ['one', 'two'],
    ],
    ['an array', json([one, two]), ['one', 'two']],
    [
      'an EventList',
      json({ kind: 'EventList', metadata: {}, items: [one, two] }),
      ['one', 'two'],
    ],
    [
      'a pretty-printed EventList',
      json({ kind: 'EventList', items: [one, two] }, null, 2),
      ['one', 'two'],
    ],
    [
      'AKS records',
      json({
        records: [{ category: 'kube-audit', properties: { log: json(one) } }],
      }),
      ['one'],
    ],
    [
      'an AKS record with an object',
      json({ category: 'kube-audit-admin', properties: { log: one } }),
      ['one'],
    ],
    [
      'EKS CloudWatch events',
      json({ events: [{ id: '1', timestamp: 1, message: json(one) }] }),
      ['one'],
    ],
    [
      'an OTLP body',
      json({
        resourceLogs: [
          {
            scopeLogs: [{ logRecords: [{ body: { stringValue: json(one) } }] }],
          },
        ],
      }),
      ['one'],
    ],
    ['a collector record', json({ log: json(one), stream: 'stdout' }), ['one']],
    [
      'a Pub/Sub push',
      json({
        message: {
          data: Buffer.from(json({ log: json(one) })).toString('base64'),
        },
      }),
      ['one'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads a Firehose delivery', () => {
    const data = gzipSync(
      json({ logGroup: 'g', logEvents: [{ message: json(one) }] }),
    ).toString('base64');
    expect(
      read(json({ requestId: 'r', timestamp: 1, records: [{ data }] })),
    ).toEqual(['one']);
  });

  it('puts the ViaQ level back', () => {
    const [result] = readAuditEvents(
      json({ ...one, level: 'default', k8s_audit_level: 'Metadata' }),
    );
    expect(result).toMatchObject({ event: { level: 'Metadata' } });
  });

  it('reads a GKE LogEntry', () => {
    const [result] = readAuditEvents(
      json({
        insertId: 'gke',
        timestamp: '2026-01-05T10:00:00.123456789Z',
        protoPayload: {
          methodName: 'io.k8s.core.v1.pods.exec.create',
          resourceName: 'core/v1/namespaces/shop/pods/web/exec',
          authenticationInfo: { principalEmail: 'jane@example.com' },
          status: { code: 7 },
        },
      }),
    );
    expect(result).toMatchObject({
      event: {
        auditID: 'gke',
        verb: 'create',
        user: { username: 'jane@example.com' },
        objectRef: {
          resource: 'pods',
          subresource: 'exec',
          namespace: 'shop',
          name: 'web',
        },
        responseStatus: { code: 403 },
      },
    });
  });

  it('keeps the exact source text of each event', () => {
    const odd = json(one).replace('{', '{ "dup" : 1e400, "dup": 30,');
    const results = readAuditEvents(
      `{"kind":"EventList","items":[ ${odd} , ${json(two)}]}`,
    );
    expect(results.map(r => r.raw)).toEqual([odd, json(two)]);
  });

  it('lets one bad item fail alone', () => {
    expect(
      read(json({ kind: 'EventList', items: [one, { kind: 0 }, two] })),
    ).toEqual([
      'one',
      'error: is not an audit event of any known shape',
      'two',
    ]);
    const [first, second] = read(`${json(one).slice(0, -40)}\n${json(two)}`);
    expect(first).toMatch(/^error: is not JSON/);
    expect(second).toBe('two');
  });

  it('salvages an event that the log pipeline cut', () => {
    const cut = `${json({
      ...one,
      requestObject: { big: 'x'.repeat(100) },
    }).slice(0, 700)}[Truncated...]`;
    const [result] = readAuditEvents(
      json({ logEvents: [{ timestamp: 1767607200000, message: cut }] }),
    );
    expect(result).toMatchObject({
      event: {
        auditID: 'one',
        annotations: { 'audit.k8s.io/truncated': 'true' },
      },
    });
  });

  it.each([
    [
      'an AdmissionReview',
      json({ kind: 'AdmissionReview', request: {} }),
      /AdmissionReview/,
    ],
    [
      'a GKE cluster event',
      json({
        protoPayload: { methodName: 'google.container.v1.CreateCluster' },
      }),
      /not a Kubernetes API request/,
    ],
    [
      'another AKS category',
      json({ category: 'guard', properties: {} }),
      /guard/,
    ],
    [
      'the legacy format',
      '2026-01-05T10:00:00Z AUDIT: id="1" stage="x"',
      /legacy/,
    ],
  ])('says why it does not read %s', (_, text, reason) => {
    const [result] = readAuditEvents(text);
    expect(result).toMatchObject({ error: expect.stringMatching(reason) });
  });

  it('is bounded in depth, size and number', () => {
    const deep = `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`;
    expect(read(`${deep}\n${json(one)}`)).toEqual([
      'error: nested deeper than 256',
      'one',
    ]);
    expect(readAuditEvents(json(one), { maxItemLength: 10 })).toMatchObject([
      { error: 'longer than 10 characters' },
    ]);
    expect(
      readAuditEvents(json([one, two, two]), { maxItems: 1 }),
    ).toMatchObject([
      { event: { auditID: 'one' } },
      { error: 'more than 1 items' },
    ]);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc
            .array(
              fc.constantFrom(
                '{',
                '}',
                '[',
                ']',
                '"',
                '\\',
                ',',
                ':',
                '\n',
                'a',
                json(one),
              ),
            )
            .map(p => p.join('')),
        ),
        text => {
          readAuditEvents(text).forEach(r =>
            expect(typeof r.raw).toBe('string'),
          );
        },
      ),
    );
  });

  it('gives as many results as there are items', () => {
    const item = fc.constantFrom(
      json(one),
      json(two),
      '{"kind":0}',
      '{"broken',
      'text',
      '{"a":[1,2]}',
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), lines => {
        expect(readAuditEvents(lines.join('\n'))).toHaveLength(lines.length);
      }),
    );
  });

  it('takes time in proportion to the text, also for hostile ones', () => {
    const started = performance.now();
    readAuditEvents('  {"a":[\n'.repeat(30_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
