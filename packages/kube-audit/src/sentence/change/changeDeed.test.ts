import { request, type RequestOf } from '../../__fixtures__/auditEvent';
import { explainEvents } from '../../explainEvents';

const WEB = 'deployments.apps/web';
const RESTARTED = 'kubectl.kubernetes.io/restartedAt';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const sentence = (of: Partial<RequestOf> & { body: unknown }) =>
  explainEvents([request({ verb: 'patch', object: WEB, ...of })])[0].sentence;

const container = (fields: object) => ({
  spec: { template: { spec: { containers: [{ name: 'api', ...fields }] } } },
});

describe('a patch whose body tells what it changed', () => {
  it.each<[object, string]>([
    [{ spec: { replicas: 0 } }, 'scaled Deployment web in shop to 0'],
    [
      container({ image: 'registry.example.com/api:2.14.1-hotfix' }),
      'set the image of Deployment web in shop to registry.example.com/api:2.14.1-hotfix',
    ],
    [
      container({ env: [{ name: 'LOG_LEVEL', value: 'debug' }] }),
      'changed env LOG_LEVEL of Deployment web in shop',
    ],
    [
      container({ env: [{ name: 'LOG_LEVEL', $patch: 'delete' }] }),
      'removed env LOG_LEVEL of Deployment web in shop',
    ],
    [
      container({ resources: { limits: { memory: '256Mi' } } }),
      'set the memory limit of container api of Deployment web in shop to 256Mi',
    ],
    [
      container({ resources: { limits: { cpu: '1', memory: '256Mi' } } }),
      'changed the resources of Deployment web in shop',
    ],
    [
      { metadata: { labels: { tier: 'db' } } },
      'set the label tier of Deployment web in shop to db',
    ],
    [
      { metadata: { labels: { tier: null } } },
      'removed the label tier of Deployment web in shop',
    ],
    [
      { metadata: { annotations: { a: '1', b: '2' } } },
      'set the annotations a and b of Deployment web in shop',
    ],
    [
      {
        spec: {
          template: { metadata: { annotations: { [RESTARTED]: '2026' } } },
        },
      },
      'restarted Deployment web in shop',
    ],
    [
      { spec: { paused: true } },
      'paused the rollout of Deployment web in shop',
    ],
    [
      { spec: { paused: null } },
      'resumed the rollout of Deployment web in shop',
    ],
  ])('%j: %s', (body, expected) => {
    expect(sentence({ body })).toBe(`jane@example.com ${expected}`);
  });

  it.each<[Partial<RequestOf>, object, string]>([
    [
      { object: 'nodes/n1', namespace: null },
      { spec: { unschedulable: true } },
      'cordoned Node n1',
    ],
    [
      { object: 'nodes/n1', namespace: null },
      { spec: { unschedulable: null } },
      'uncordoned Node n1',
    ],
    [
      { object: 'cronjobs.batch/night' },
      { spec: { suspend: true } },
      'suspended CronJob night in shop',
    ],
    [
      { object: 'configmaps/limits' },
      {
        data: { max: '20' },
        metadata: { annotations: { [LAST_APPLIED]: '{}' } },
      },
      'changed the key max of ConfigMap limits in shop',
    ],
    [
      { object: 'configmaps/limits' },
      { data: { a: '', b: '', c: '', d: '', e: null } },
      'changed the keys a, b, c and 2 more of ConfigMap limits in shop',
    ],
    [
      { object: 'configmaps/limits' },
      { data: { max: null } },
      'removed the key max of ConfigMap limits in shop',
    ],
  ])('%j %j: %s', (of, body, expected) => {
    expect(sentence({ ...of, body })).toBe(`jane@example.com ${expected}`);
  });

  it('names several kinds of change, and that there are others', () => {
    const more = {
      ...container({ image: 'api:2' }),
      metadata: { labels: { a: 'b' } },
    };
    expect(sentence({ body: more })).toContain(
      'changed the image and labels of Deployment web',
    );
    expect(
      sentence({ body: { spec: { replicas: 3, minReadySeconds: 5 } } }),
    ).toContain('changed the replicas and other fields of Deployment web');
    expect(
      sentence({
        body: {
          spec: {
            replicas: 3,
            template: { spec: { imagePullSecrets: [{ name: 'pull' }] } },
          },
        },
      }),
    ).toContain('changed the replicas and other fields of');
  });

  it('reads a JSON patch, and its tests as what was there', () => {
    const path = '/spec/template/spec/containers/0/image';
    expect(
      sentence({ body: [{ op: 'replace', path, value: 'api:2' }] }),
    ).toContain('set the image of Deployment web in shop to api:2');
    expect(
      sentence({
        body: [
          { op: 'test', path: '/spec/replicas', value: 3 },
          { op: 'replace', path: '/spec/replicas', value: 5 },
        ],
      }),
    ).toBe('jane@example.com scaled Deployment web in shop from 3 to 5');
  });

  it.each<[string, unknown]>([
    ['no body', undefined],
    ['an empty patch', {}],
    ['a text', 'spec'],
    ['fields without a word', { spec: { minReadySeconds: 5 } }],
    [
      'a whole object',
      { apiVersion: 'apps/v1', kind: 'Deployment', spec: { replicas: 3 } },
    ],
  ])('says no more than "changed" of %s', (_, body) => {
    expect(sentence({ body })).toBe(
      'jane@example.com changed Deployment web in shop',
    );
  });

  it('never shows a secret value', () => {
    const secret = 'aHVudGVyMg==';
    const texts = [
      sentence({ object: 'secrets/db', body: { data: { password: secret } } }),
      sentence({
        object: 'secrets/db',
        body: { metadata: { labels: { a: secret } } },
      }),
      sentence({ body: { metadata: { annotations: { token: secret } } } }),
      sentence({ body: container({ env: [{ name: 'KEY', value: secret }] }) }),
    ];
    expect(texts[0]).toContain('changed the key password of Secret db in shop');
    expect(texts.filter(text => text.includes(secret))).toEqual([]);
  });
});
