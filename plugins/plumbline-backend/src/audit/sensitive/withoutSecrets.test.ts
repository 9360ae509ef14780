import fc from 'fast-check';
import { sampleAuditEvent } from '../__testUtils__/sampleAuditEvents';
import { maskArguments, maskText } from './maskText';
import { maskRequestUri } from './maskRequestUri';
import { quarantineExcerpt } from './quarantineExcerpt';
import { withoutSecrets } from './withoutSecrets';

const canary = 'c4nary-Hunter2';
const encoded = Buffer.from(canary).toString('base64');

const about = (resource: string, rest: object = {}) =>
  sampleAuditEvent({
    requestURI: `/api/v1/namespaces/shop/${resource}/x`,
    objectRef: { resource, namespace: 'shop', name: 'x' },
    responseObject: undefined,
    ...rest,
  });

describe('withoutSecrets', () => {
  it('leaves an event without secrets as it is', () => {
    const event = sampleAuditEvent();
    expect(withoutSecrets(event)).toEqual({ event, flags: [] });
    expect(withoutSecrets(event).event).toBe(event);
  });

  it.each<[string, object]>([
    ['secrets', { requestObject: { kind: 'Secret', data: { a: encoded } } }],
    ['secrets', { requestObject: { stringData: { a: canary } } }],
    ['secrets', { requestObject: [{ op: 'add', value: canary }] }],
    ['secrets', { responseObject: { kind: 'SecretList', items: [canary] } }],
    ['secrets', { responseStatus: { code: 400, message: canary } }],
    ['tokenreviews', { requestObject: { spec: { token: canary } } }],
    ['certificatesigningrequests', { requestObject: { spec: canary } }],
    [
      'things',
      {
        requestObject: {
          kind: 'List',
          items: [{ kind: 'Secret', data: canary }],
        },
      },
    ],
    ['configmaps', { requestObject: { data: { 'redis-password': canary } } }],
    [
      'configmaps',
      { requestObject: { data: { 'a.ini': `[db]\npassword = ${canary}` } } },
    ],
    [
      'configmaps',
      { requestObject: { data: { env: `export API_KEY='${canary}'` } } },
    ],
    [
      'configmaps',
      { requestObject: { data: { json: `{"clientSecret": "${canary}"}` } } },
    ],
    [
      'configmaps',
      { requestObject: { data: { url: `redis://:${canary}@redis:6379` } } },
    ],
    [
      'configmaps',
      {
        requestObject: {
          data: {
            'tls.key': `-----BEGIN EC PRIVATE KEY-----\n${canary}\n-----END EC PRIVATE KEY-----`,
          },
        },
      },
    ],
    [
      'pods',
      {
        requestObject: {
          spec: { env: [{ name: 'GITHUB_TOKEN', value: canary }] },
        },
      },
    ],
    ['pods', { requestObject: { spec: { args: ['--db-password', canary] } } }],
    [
      'pods',
      {
        requestObject: {
          spec: { command: ['sh', '-c', `PGPASSWORD=${canary} psql`] },
        },
      },
    ],
    [
      'pods',
      { annotations: { note: `Authorization: Bearer ${canary}-long-enough` } },
    ],
    [
      'pods',
      { responseStatus: { code: 500, message: `password=${canary} is wrong` } },
    ],
    ['pods', { requestURI: `/api/v1/proxy?token=${canary}` }],
    [
      'pods',
      {
        requestURI: `/api/v1/x/exec?command=login&command=--password&command=${canary}`,
      },
    ],
    [
      '',
      {
        objectRef: undefined,
        requestURI: '/api/v1/namespaces/shop/secrets/x',
        requestObject: canary,
      },
    ],
    [
      '',
      {
        objectRef: undefined,
        requestURI: '/api/v1/namespaces/a/serviceaccounts/b/token',
        responseObject: { status: canary },
      },
    ],
  ])('removes the secret of %s %j', (resource, rest) => {
    const given = about(resource, rest);
    const before = JSON.stringify(given);
    const { event, flags } = withoutSecrets(given);
    expect(JSON.stringify(event)).not.toContain(canary);
    expect(JSON.stringify(event)).not.toContain(encoded);
    expect(flags.length).toBeGreaterThan(0);
    expect(JSON.stringify(given)).toBe(before);
    expect(withoutSecrets(event).event).toEqual(event);
  });

  it('keeps what a deletion of a secret was asked with, and why it was refused', () => {
    const options = { kind: 'DeleteOptions', dryRun: ['All'] };
    const { event } = withoutSecrets(
      about('secrets', {
        requestObject: options,
        responseObject: { kind: 'Status' },
        responseStatus: { code: 403, message: 'secrets "x" is forbidden' },
      }),
    );
    expect(event.requestObject).toEqual(options);
    expect(event.responseStatus?.message).toContain('forbidden');
  });

  it('masks names of secrets nowhere: they are no secrets', () => {
    const event = about('pods', {
      requestObject: {
        spec: {
          volumes: [{ secret: { secretName: 'db' } }],
          env: [
            {
              name: 'DB_PASSWORD',
              valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
            },
          ],
          imagePullSecrets: [{ name: 'registry' }],
          automountServiceAccountToken: false,
          serviceAccountToken: { expirationSeconds: 3607, path: 'token' },
        },
      },
    });
    expect(withoutSecrets(event).event).toBe(event);
  });

  it('keeps keys that look like a prototype', () => {
    const requestObject = JSON.parse(
      '{"__proto__":{"password":"x"},"constructor":{"token":"y"}}',
    );
    const { event } = withoutSecrets(about('configmaps', { requestObject }));
    expect(JSON.stringify(event.requestObject)).toBe(
      '{"__proto__":{"password":"***"},"constructor":{"token":"***"}}',
    );
    expect(({} as Record<string, unknown>).password).toBeUndefined();
  });
});

describe('masking of text', () => {
  it('takes linear time for whatever somebody sends', () => {
    const hostile = [
      'a'.repeat(300_000),
      'a.'.repeat(150_000),
      'eyJ-'.repeat(75_000),
      'password'.repeat(40_000),
      'password="'.repeat(30_000),
      'http://'.repeat(40_000),
      '-----BEGIN PRIVATE KEY-----'.repeat(10_000),
      'Bearer '.repeat(40_000),
    ];
    for (const text of hostile) {
      const start = performance.now();
      maskText(text);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });

  it('never throws and does not change what it masked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const masked = maskText(text);
        expect(maskText(masked)).toBe(masked);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string()), args => {
        expect(maskArguments(args)).toHaveLength(args.length);
      }),
    );
  });

  it('leaves the rest of a request URI as it was', () => {
    const uri = '/api/v1/pods?fieldSelector=metadata.name%3Dx&limit=500';
    expect(maskRequestUri(uri)).toBe(uri);
    expect(maskRequestUri('/healthz')).toBe('/healthz');
    expect(maskRequestUri('/x?access_token=abc&a=b')).toBe(
      '/x?access_token=***&a=b',
    );
  });
});

describe('quarantineExcerpt', () => {
  it('escapes what cannot be seen and has a limit', () => {
    expect(quarantineExcerpt('a\u0000b\u001b[31m\u202ec\nd')).toBe(
      'a␀b\\u001b[31m\\u202ec\nd',
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 2000, maxLength: 9000 }),
        text => {
          const excerpt = quarantineExcerpt(text);
          expect(Buffer.byteLength(excerpt)).toBeLessThanOrEqual(4096);
          expect(Buffer.from(excerpt).toString()).toBe(excerpt);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    `{"auditID":"1","requestObject":{"data":{"a":"${canary}`,
    `{\\"kind\\":\\"Secret\\",\\"data\\":{\\"a\\":\\"${canary}\\"`,
    `{"records":[{"data":"${Buffer.from(canary.repeat(9)).toString('base64')}`,
    `password=${canary}`,
  ])('keeps nothing of %s that may be a secret', raw => {
    expect(quarantineExcerpt(raw)).not.toContain(canary);
    expect(quarantineExcerpt(raw)).not.toMatch(/[A-Za-z0-9+/]{64}/);
  });
});
