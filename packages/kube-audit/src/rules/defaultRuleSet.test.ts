import { request } from '../__fixtures__/auditEvent';
import { explainEvents } from '../explainEvents';
import { ids, one, DEPLOYMENT, image, exec } from './__fixtures__/firedRules';
import { podSamples } from './__fixtures__/podSamples';
import { securitySamples } from './__fixtures__/securitySamples';
import { workloadSamples } from './__fixtures__/workloadSamples';
import { defaultRuleSet } from './defaultRuleSet';

const TABLE = [...podSamples, ...workloadSamples, ...securitySamples];

describe('the built-in pack', () => {
  it.each(TABLE.map(row => [...row] as const))(
    '%s fires, and not on what comes close',
    (id, positive, negative) => {
      expect(positive).toContain(id);
      expect(negative).not.toContain(id);
    },
  );

  it('has every rule of the table switched on, and the others on purpose off', () => {
    const tested = new Set(TABLE.map(([id]) => id));
    const windowed = ['audit-id-reuse', 'policy-friction', 'access-friction'];
    const untested = defaultRuleSet.rules
      .filter(r => r.enabled && !tested.has(r.id))
      .map(r => r.id);
    expect(untested.sort()).toEqual(windowed.sort());
  });

  it('lets the more specific rule take the act', () => {
    expect(
      one({ verb: 'patch', object: DEPLOYMENT, body: image('web:2') }),
    ).toEqual(['hotfix-image']);
    expect(one(exec('command=sh&tty=true'))).toEqual(['pod-shell']);
  });

  it('knows an image that was only carried along', () => {
    const live = {
      metadata: { name: 'web', resourceVersion: '1' },
      ...image('web:2'),
    };
    const read = request({ verb: 'get', object: DEPLOYMENT, response: live });
    const put = (name: string) =>
      request({ verb: 'update', object: DEPLOYMENT, body: image(name) });
    expect(ids(read, put('web:2'))).toEqual(['manual-change']);
    expect(ids(read, put('web:3'))).toEqual(['hotfix-image']);
  });

  it('does not count a patch after which the resource version is the same', () => {
    const live = { metadata: { name: 'web', resourceVersion: '1' } };
    const read = request({ verb: 'get', object: DEPLOYMENT, response: live });
    const patch = request({
      verb: 'patch',
      object: DEPLOYMENT,
      body: {},
      response: live,
    });
    expect(ids(read, patch)).toEqual([]);
  });

  it('raises the severity of a scale to zero', () => {
    const severity = (replicas: number) =>
      explainEvents([
        request({
          verb: 'patch',
          object: `${DEPLOYMENT}/scale`,
          body: { spec: { replicas } },
        }),
      ])[0].rules[0].severity;
    expect([severity(1), severity(0)]).toEqual(['medium', 'high']);
  });

  it('knows a lowered pod security level only from what it was before', () => {
    const level = (value: string) => ({
      metadata: {
        name: 'shop',
        labels: { 'pod-security.kubernetes.io/enforce': value },
      },
    });
    const patch = (value: string) =>
      request({
        verb: 'patch',
        object: 'namespaces/shop',
        namespace: null,
        body: level(value),
      });
    const read = request({
      verb: 'get',
      object: 'namespaces/shop',
      namespace: null,
      response: level('baseline'),
    });
    expect(ids(patch('privileged'))).toEqual(['manual-change']);
    expect(ids(read, patch('privileged'))).toEqual([
      'policy-bypass-annotation',
    ]);
    expect(ids(read, patch('restricted'))).toEqual(['manual-change']);
  });

  it('does not take a wait after a delete for probing', () => {
    const gone = request({ verb: 'get', object: 'secrets/db', code: 404 });
    expect(ids(gone)).toEqual(['secret-denied']);
    expect(
      ids(request({ verb: 'delete', object: 'secrets/db', body: {} }), gone),
    ).toEqual(['manual-change']);
  });

  it('makes one friction event of a drain and of a copy', () => {
    const evict = (name: string) =>
      request({ verb: 'create', object: `pods/${name}/eviction`, body: {} });
    const drain = explainEvents([
      request({
        verb: 'patch',
        object: 'nodes/n1',
        namespace: null,
        body: { spec: { unschedulable: true } },
      }),
      evict('a'),
      evict('b'),
    ]);
    expect(drain.map(e => e.rules.length)).toEqual([1, 0, 0]);
    const copy = explainEvents([
      request(exec('command=test&command=-d&command=%2Ftmp')),
      request(exec('command=tar&command=-xmf&command=-&stdin=true')),
    ]);
    expect(copy.flatMap(e => e.rules.map(r => r.id))).toEqual(['pod-copy']);
  });

  it('counts requests, not events, in a window', () => {
    const denied = () => request({ verb: 'list', object: 'pods/', code: 403 });
    const four = [denied(), denied(), denied(), denied()];
    expect(ids(...four)).toEqual([]);
    expect(ids(...four, four[3])).toEqual([]);
    expect(ids(...four, denied())).toEqual(['access-friction']);
    const blocked = () =>
      request(
        { verb: 'create', object: 'pods/x', code: 403 },
        {
          responseStatus: {
            code: 403,
            message: 'admission webhook "x" denied the request',
          },
        },
      );
    expect(ids(blocked(), blocked(), blocked())).toEqual(['policy-friction']);
  });

  it('sees an audit ID that two requests carry', () => {
    const first = request(
      { verb: 'get', object: 'pods/a' },
      { auditID: 'same' },
    );
    const second = request(
      { verb: 'get', object: 'pods/b' },
      { auditID: 'same' },
    );
    expect(ids(first, second)).toEqual(['audit-id-reuse']);
    expect(ids(first, first)).toEqual([]);
  });

  it('shows no control characters in messages', () => {
    const [match] = explainEvents([
      request({ verb: 'delete', object: 'pods/a\u001b[31m', body: {} }),
    ])[0].rules;
    expect(match.message).toContain('\\u{1b}[31m');
  });
});
