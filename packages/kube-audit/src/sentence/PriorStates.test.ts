import { request, type RequestOf } from '../__fixtures__/auditEvent';
import { explainEvents } from '../explainEvents';

const WEB = 'deployments.apps/web';
const SCALE = `${WEB}/scale`;

const deployment = (
  replicas: number,
  generation?: number,
  image = 'api:1',
) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', ...(generation && { generation }) },
  spec: {
    replicas,
    template: { spec: { containers: [{ name: 'api', image }] } },
  },
});

const read = (response: unknown): RequestOf => ({
  verb: 'get',
  object: WEB,
  response,
});

const scale = (replicas: number, more: Partial<RequestOf> = {}): RequestOf => ({
  verb: 'patch',
  object: SCALE,
  body: { spec: { replicas } },
  response: { kind: 'Scale', metadata: { name: 'web' }, spec: { replicas } },
  ...more,
});

const last = (...requests: RequestOf[]) =>
  explainEvents(requests.map(of => request(of))).at(-1)?.sentence;

const scaledTo5 = 'jane@example.com scaled Deployment web in shop to 5';
const scaledFrom3 =
  'jane@example.com scaled Deployment web in shop from 3 to 5';

describe('what was there before', () => {
  it.each<[string, RequestOf[]]>([
    ['a read', [read(deployment(3))]],
    ['an earlier scale', [read(deployment(2)), scale(3)]],
    ['a read of the scale', [{ ...scale(3), verb: 'get', body: undefined }]],
    [
      'a read, then a refused scale',
      [read(deployment(3)), scale(9, { code: 403 })],
    ],
    [
      'a read, then a dry run',
      [read(deployment(3)), scale(9, { query: 'dryRun=All' })],
    ],
  ])('is known from %s', (_, earlier) => {
    expect(last(...earlier, scale(5))).toBe(scaledFrom3);
  });

  it.each<[string, RequestOf[]]>([
    ['nothing', []],
    [
      'another object',
      [{ ...read(deployment(3)), object: 'deployments.apps/db' }],
    ],
    ['another namespace', [{ ...read(deployment(3)), namespace: 'pay' }]],
    ['an error', [{ ...read({ kind: 'Status' }), code: 404 }]],
    [
      'a read, then a write without its answer',
      [read(deployment(3)), scale(4, { response: undefined })],
    ],
    [
      'a read, then a delete',
      [read(deployment(3)), { verb: 'delete', object: WEB }],
    ],
    ['a state that is the same', [read(deployment(5))]],
  ])('is not known from %s', (_, earlier) => {
    expect(last(...earlier, scale(5))).toBe(scaledTo5);
  });

  it('is not known when the generation tells of a write that is not recorded', () => {
    const patch = (generation: number): RequestOf => ({
      verb: 'patch',
      object: WEB,
      body: { spec: { replicas: 5 } },
      response: deployment(5, generation),
    });
    expect(last(read(deployment(3, 7)), patch(8))).toBe(scaledFrom3);
    expect(last(read(deployment(3, 7)), patch(9))).toBe(scaledTo5);
  });

  it('tells what a whole object changed', () => {
    const put: RequestOf = {
      verb: 'update',
      object: WEB,
      body: deployment(3, 7, 'api:2'),
      response: deployment(3, 8, 'api:2'),
    };
    expect(last(read(deployment(3, 7)), put)).toBe(
      'jane@example.com set the image of Deployment web in shop from api:1 to api:2',
    );
    expect(last(put)).toBe('jane@example.com changed Deployment web in shop');
  });
});
