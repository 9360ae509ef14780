import { request, type RequestOf } from '../__fixtures__/auditEvent';
import type { AuditEvent } from '../event/AuditEvent';
import { explainEvents } from '../explainEvents';
import { classicRuleSet, defaultRuleSet } from './defaultRuleSet';
import type { RuleSet } from './RuleSet';

/** All 16 on: which of them count is the operator's choice, not what they match. */
const allOn: RuleSet = {
  ...classicRuleSet,
  rules: classicRuleSet.rules.map(r => ({ ...r, enabled: true })),
};

const exec = {
  verb: 'get',
  object: 'pods/web/exec',
  query: 'command=ls',
  code: 101,
};

/** An event of each classic condition. */
const SAMPLES: Record<string, RequestOf> = {
  'kubectl-exec': exec,
  'pipeline-skip': {
    verb: 'patch',
    object: 'services/web',
    body: {
      metadata: { annotations: { 'policy.admission.k8s.io/bypass': 'true' } },
    },
  },
  'config-drift': {
    verb: 'patch',
    object: 'deployments.apps/web',
    body: { spec: { paused: true } },
  },
  'port-forward': { verb: 'create', object: 'pods/web/portforward', code: 101 },
  'emergency-access': { verb: 'get', object: 'secrets/db' },
  'pod-log-access': { verb: 'get', object: 'pods/web/log' },
  'hpa-drift': {
    verb: 'patch',
    object: 'horizontalpodautoscalers.autoscaling/web',
    body: {},
  },
  'production-secret-access': {
    verb: 'get',
    object: 'secrets/db',
    namespace: 'shop-production',
  },
  'secret-deletion': { verb: 'delete', object: 'secrets/db', body: {} },
  'configmap-drift': { verb: 'update', object: 'configmaps/web', body: {} },
  'namespace-creation': {
    verb: 'create',
    object: 'namespaces/new',
    namespace: null,
    body: {},
  },
  'rbac-change': {
    verb: 'delete',
    object: 'roles.rbac.authorization.k8s.io/system:x',
    body: {},
  },
  'node-access': {
    verb: 'patch',
    object: 'nodes/n1',
    namespace: null,
    body: {},
  },
  'ingress-drift': {
    verb: 'delete',
    object: 'ingresses.networking.k8s.io/web',
    body: {},
  },
  'network-policy-deletion': {
    verb: 'delete',
    object: 'networkpolicies.networking.k8s.io/web',
    body: {},
  },
  'pv-deletion': {
    verb: 'delete',
    object: 'persistentvolumes/pv1',
    namespace: null,
    body: {},
  },
};

function fire(
  rules: RuleSet,
  of: RequestOf,
  overrides: Partial<AuditEvent> = {},
) {
  return explainEvents([request(of, overrides)], { rules })[0].rules;
}

describe('the classic pack', () => {
  it('has 16 rules', () => {
    expect(classicRuleSet.rules.map(r => r.id).sort()).toEqual(
      Object.keys(SAMPLES).sort(),
    );
  });

  it.each(Object.keys(SAMPLES))('%s fires alone on its condition', id => {
    expect(fire(allOn, SAMPLES[id]).map(r => r.id)).toEqual([id]);
  });

  it.each(Object.keys(SAMPLES).filter(id => id !== 'pod-log-access'))(
    '%s is one scoring rule of the built-in pack, too',
    id => {
      const [match, ...more] = fire(defaultRuleSet, SAMPLES[id]);
      expect(more).toEqual([]);
      const rule = defaultRuleSet.rules.find(r => r.id === match.id);
      expect(rule?.replaces).toContain(id);
    },
  );

  it('keeps reading logs in the built-in pack, switched off as it always was', () => {
    const rule = defaultRuleSet.rules.find(r =>
      r.replaces.includes('pod-log-access'),
    );
    expect(rule).toMatchObject({ enabled: false });
  });

  it('scores exec over websocket and SPDY alike', () => {
    for (const rules of [allOn, defaultRuleSet]) {
      const [get] = fire(rules, exec);
      const [create] = fire(rules, { ...exec, verb: 'create' });
      expect([create.id, create.severity]).toEqual([get.id, get.severity]);
    }
  });

  it.each([
    ['denied', { code: 403 }],
    ['failed', { code: 409 }],
    ['dry-run', { query: 'dryRun=All' }],
  ])('does not count a %s request', (_, change) => {
    const of = { ...SAMPLES['config-drift'], ...change };
    expect(fire(allOn, of)).toEqual([]);
    expect(fire(defaultRuleSet, of)).toEqual([]);
  });

  it('does not count a no-op, a status update or an eviction as drift', () => {
    const version = { metadata: { name: 'web', resourceVersion: '7' } };
    const noop = {
      verb: 'update',
      object: 'deployments.apps/web',
      body: version,
      response: version,
    };
    expect(fire(allOn, noop)).toEqual([]);
    expect(
      fire(allOn, {
        verb: 'patch',
        object: 'deployments.apps/web/status',
        body: {},
      }),
    ).toEqual([]);
    expect(
      fire(allOn, { verb: 'create', object: 'pods/web/eviction', body: {} }),
    ).toEqual([]);
  });

  it('ignores the documented namespaces', () => {
    expect(fire(allOn, { ...exec, namespace: 'kube-system' })).toEqual([]);
  });

  it('counts for the effective user and is not deceived by machine accounts', () => {
    const machine = { user: { username: 'system:serviceaccount:ci:deployer' } };
    expect(fire(allOn, SAMPLES['config-drift'], machine)).toEqual([]);
    const as = { impersonatedUser: { username: 'eve@example.com' } };
    expect(fire(allOn, SAMPLES['config-drift'], as)[0].message).toMatch(
      /^eve@example.com /,
    );
  });

  it('is one event per request whatever its stages', () => {
    const started = request(exec, {
      auditID: 'a',
      stage: 'ResponseStarted',
      requestReceivedTimestamp: '2026-01-05T10:00:00Z',
    });
    const complete = request(exec, {
      auditID: 'a',
      requestReceivedTimestamp: '2026-01-05T10:00:00Z',
    });
    const together = explainEvents([started, complete], { rules: allOn });
    expect(together.map(e => e.rules.length)).toEqual([1, 0]);
    // Also when the stages come in different batches: the same key.
    const [a] = explainEvents([started], { rules: allOn })[0].rules;
    const [b] = explainEvents([complete], { rules: allOn })[0].rules;
    expect(a.actKey).toBe(b.actKey);
  });
});
