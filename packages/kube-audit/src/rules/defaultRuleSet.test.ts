import { request, type RequestOf } from '../__fixtures__/auditEvent';
import type { AuditEvent } from '../event/AuditEvent';
import type { NormalizedEvent } from '../event/NormalizedEvent';
import { explainEvents } from '../explainEvents';
import { defaultRuleSet } from './defaultRuleSet';

const ids = (...events: NormalizedEvent[]) => [
  ...new Set(explainEvents(events).flatMap(e => e.rules.map(r => r.id))),
];

const one = (of: RequestOf, overrides: Partial<AuditEvent> = {}) =>
  ids(request(of, overrides));

const controller = {
  user: { username: 'system:serviceaccount:kube-system:replicaset-controller' },
};
const ci = { user: { username: 'system:serviceaccount:ci:deployer' } };
const METADATA = { level: 'Metadata', requestObject: undefined };

const DEPLOYMENT = 'deployments.apps/web';
const template = (spec: object) => ({ spec: { template: { spec } } });
const image = (name: string) =>
  template({ containers: [{ name: 'web', image: name }] });
const exec = (query: string): RequestOf => ({
  verb: 'get',
  object: 'pods/web/exec',
  query,
  code: 101,
});
const RBAC = 'rbac.authorization.k8s.io';
const role = (rule: object) => ({ rules: [rule] });
const pod = (spec: object) => ({
  kind: 'Pod',
  spec: { containers: [{ name: 'a', image: 'a' }], ...spec },
});

/** Rule, what fires it, and what comes close but must not. */
const TABLE: [id: string, positive: string[], negative: string[]][] = [
  [
    'pod-shell',
    one(exec('command=sh&tty=true')),
    one(exec('command=sh&command=-c&command=ls')),
  ],
  [
    'pod-shell',
    one(exec('command=%2Fbin%2Fbash')),
    one(exec('command=bashful')),
  ],
  [
    'pod-command',
    one(exec('command=ls')),
    one(exec('command=test&command=-d&command=%2Ftmp')),
  ],
  [
    'pod-command',
    one(exec('command=ls')),
    one({ ...exec('command=ls'), code: 403 }),
  ],
  [
    'pod-sensitive-command',
    one(
      exec(
        'command=cat&command=%2Fvar%2Frun%2Fsecrets%2Fkubernetes.io%2Fserviceaccount%2Ftoken',
      ),
      controller,
    ),
    one(exec('command=cat&command=%2Fvar%2Frun%2Fapp.pid')),
  ],
  [
    'pod-copy',
    one(exec('command=tar&command=cf&command=-&command=%2Fetc')),
    one(exec('command=tar&command=tf&command=x')),
  ],
  [
    'pod-copy',
    one(exec('command=tar&command=-xmf&command=-&stdin=true')),
    one(exec('command=tar&command=-xmf&command=a.tar')),
  ],
  [
    'pod-attach',
    one({ verb: 'create', object: 'pods/web/attach', code: 101 }),
    one({ verb: 'get', object: 'pods/web/attach', code: 403 }),
  ],
  [
    'port-forward',
    one({ verb: 'get', object: 'pods/web/portforward', code: 101 }),
    one({ verb: 'get', object: 'pods/web/portforward', code: 101 }, controller),
  ],
  [
    'api-proxy',
    one({ verb: 'get', object: 'services/web/proxy', code: 503 }),
    one({ verb: 'get', object: 'services/web/proxy', code: 403 }),
  ],
  [
    'node-proxy',
    one({ verb: 'get', object: 'nodes/n1/proxy', namespace: null }),
    one({ verb: 'get', object: 'nodes/n1/proxy', namespace: null }, controller),
  ],
  [
    'debug-container',
    one({ verb: 'patch', object: 'pods/web/ephemeralcontainers' }, METADATA),
    one({ verb: 'get', object: 'pods/web/ephemeralcontainers' }),
  ],
  [
    'node-debug',
    one({ verb: 'create', object: 'pods/node-debugger-n1-abcde', body: {} }),
    one({ verb: 'create', object: 'pods/web', body: pod({ nodeName: 'n1' }) }),
  ],
  [
    'node-maintenance',
    one({
      verb: 'patch',
      object: 'nodes/n1',
      namespace: null,
      body: { spec: { unschedulable: true } },
    }),
    one({
      verb: 'patch',
      object: 'nodes/n1',
      namespace: null,
      body: { metadata: { labels: { a: 'b' } } },
    }),
  ],
  [
    'node-maintenance',
    one({ verb: 'create', object: 'pods/web/eviction', body: {} }),
    one({
      verb: 'create',
      object: 'pods/web/eviction',
      body: { deleteOptions: { dryRun: ['All'] } },
    }),
  ],
  [
    'pdb-bypass',
    one({
      verb: 'delete',
      object: 'poddisruptionbudgets.policy/web',
      body: {},
    }),
    one({
      verb: 'create',
      object: 'poddisruptionbudgets.policy/web',
      body: {},
    }),
  ],
  [
    'hotfix-image',
    one({ verb: 'patch', object: DEPLOYMENT, body: image('web:2') }),
    one({ verb: 'update', object: DEPLOYMENT, body: image('web:2') }),
  ],
  [
    'manual-scale',
    one({ verb: 'patch', object: `${DEPLOYMENT}/scale` }, METADATA),
    one({ verb: 'get', object: `${DEPLOYMENT}/scale` }),
  ],
  [
    'manual-scale',
    one({ verb: 'patch', object: DEPLOYMENT, body: { spec: { replicas: 2 } } }),
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: { spec: { replicas: 2, paused: true } },
    }),
  ],
  [
    'autoscaler-override',
    one({
      verb: 'patch',
      object: 'horizontalpodautoscalers.autoscaling/web',
      body: {},
    }),
    one({ verb: 'get', object: 'horizontalpodautoscalers.autoscaling/web' }),
  ],
  [
    'rollout-restart',
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: {
        spec: {
          template: {
            metadata: {
              annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' },
            },
          },
        },
      },
    }),
    one(
      {
        verb: 'patch',
        object: DEPLOYMENT,
        query: 'fieldManager=kubectl-rollout',
      },
      METADATA,
    ),
  ],
  [
    'rollout-restart',
    one(
      {
        verb: 'patch',
        object: 'statefulsets.apps/db',
        query: 'fieldManager=kubectl-rollout',
      },
      METADATA,
    ),
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: { spec: { paused: true } },
    }),
  ],
  [
    'rollout-undo',
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: [{ op: 'replace', path: '/spec/template', value: {} }],
    }),
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      query: 'fieldManager=kubectl-patch',
      body: [{ op: 'replace', path: '/spec/template', value: {} }],
    }),
  ],
  [
    'destructive-delete',
    one({
      verb: 'delete',
      object: 'namespaces/shop',
      namespace: null,
      body: {},
    }),
    one({
      verb: 'delete',
      object: 'pods/web',
      body: { gracePeriodSeconds: 1 },
    }),
  ],
  [
    'destructive-delete',
    one({
      verb: 'delete',
      object: 'pods/web',
      body: { gracePeriodSeconds: 0 },
    }),
    one({
      verb: 'delete',
      object: 'pods/web',
      body: { gracePeriodSeconds: 0, dryRun: ['All'] },
    }),
  ],
  [
    'destructive-delete',
    one({ verb: 'deletecollection', object: 'pods/' }),
    one({ verb: 'deletecollection', object: 'events/' }, controller),
  ],
  [
    'quota-change',
    one({ verb: 'update', object: 'resourcequotas/q', body: {} }),
    one({ verb: 'list', object: 'resourcequotas/' }),
  ],
  [
    'policy-bypass-annotation',
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: {
        metadata: {
          annotations: { 'argocd.argoproj.io/skip-reconcile': 'true' },
        },
      },
    }),
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: {
        metadata: {
          annotations: { 'argocd.argoproj.io/skip-reconcile': 'false' },
        },
      },
    }),
  ],
  [
    'policy-exception',
    one({ verb: 'create', object: 'policyexceptions.kyverno.io/x', body: {} }),
    one({ verb: 'get', object: 'policyexceptions.kyverno.io/x' }),
  ],
  [
    'gitops-suspended',
    one({
      verb: 'patch',
      object: 'kustomizations.kustomize.toolkit.fluxcd.io/x',
      body: { spec: { suspend: true } },
    }),
    one({
      verb: 'patch',
      object: 'kustomizations.kustomize.toolkit.fluxcd.io/x',
      body: { spec: { suspend: false } },
    }),
  ],
  [
    'gitops-suspended',
    one({
      verb: 'patch',
      object: 'applications.argoproj.io/x',
      body: { spec: { syncPolicy: null } },
    }),
    one({
      verb: 'patch',
      object: 'applications.argoproj.io/x',
      body: { spec: { project: 'a' } },
    }),
  ],
  [
    'secret-read',
    one({ verb: 'get', object: 'secrets/db' }),
    one({
      verb: 'list',
      object: 'secrets/',
      query: 'labelSelector=owner%3Dhelm',
    }),
  ],
  [
    'secret-sweep',
    one({
      verb: 'list',
      object: 'secrets/',
      namespace: null,
      query: 'limit=500',
    }),
    one({ verb: 'list', object: 'secrets/', query: 'limit=500' }),
  ],
  [
    'secret-denied',
    one({ verb: 'get', object: 'secrets/db', code: 403 }),
    one({ verb: 'get', object: 'secrets/db', code: 500 }),
  ],
  [
    'token-minted',
    one({ verb: 'create', object: 'serviceaccounts/x/token' }),
    one({ verb: 'create', object: 'serviceaccounts/x/token' }, controller),
  ],
  [
    'csr-approved',
    one({
      verb: 'update',
      object: 'certificatesigningrequests.certificates.k8s.io/x/approval',
      namespace: null,
      body: { status: { conditions: [{ type: 'Approved' }] } },
    }),
    one({
      verb: 'update',
      object: 'certificatesigningrequests.certificates.k8s.io/x/approval',
      namespace: null,
      body: { status: { conditions: [{ type: 'Denied' }] } },
    }),
  ],
  [
    'rbac-escalation',
    one(
      {
        verb: 'create',
        object: `clusterrolebindings.${RBAC}/x`,
        namespace: null,
        body: {
          roleRef: { name: 'cluster-admin' },
          subjects: [{ kind: 'User', name: 'eve' }],
        },
      },
      ci,
    ),
    one({
      verb: 'create',
      object: `clusterrolebindings.${RBAC}/x`,
      namespace: null,
      body: {
        roleRef: { name: 'view' },
        subjects: [{ kind: 'User', name: 'eve' }],
      },
    }),
  ],
  [
    'rbac-escalation',
    one({
      verb: 'create',
      object: `roles.${RBAC}/x`,
      body: role({ verbs: ['create'], resources: ['pods/exec'] }),
    }),
    one({
      verb: 'create',
      object: `roles.${RBAC}/x`,
      body: role({ verbs: ['create', 'delete'], resources: ['pods'] }),
    }),
  ],
  [
    'rbac-change',
    one({ verb: 'patch', object: `roles.${RBAC}/x` }, METADATA),
    one({ verb: 'patch', object: `roles.${RBAC}/x` }, ci),
  ],
  [
    'rbac-system-role',
    one({
      verb: 'delete',
      object: `clusterroles.${RBAC}/system:node`,
      namespace: null,
      body: {},
    }),
    one({
      verb: 'delete',
      object: `clusterroles.${RBAC}/my:node`,
      namespace: null,
      body: {},
    }),
  ],
  [
    'privileged-workload',
    one(
      { verb: 'create', object: 'pods/web', body: pod({ hostNetwork: true }) },
      controller,
    ),
    one({
      verb: 'create',
      object: 'pods/web',
      body: pod({ hostNetwork: false }),
    }),
  ],
  [
    'privileged-workload',
    one({
      verb: 'create',
      object: 'pods/web',
      body: pod({ volumes: [{ hostPath: { path: '/etc' } }] }),
    }),
    one({
      verb: 'create',
      object: 'pods/web',
      body: pod({ volumes: [{ hostPath: { path: '/etcetera' } }] }),
    }),
  ],
  [
    'privileged-workload',
    one(
      {
        verb: 'create',
        object: 'cronjobs.batch/x',
        body: {
          spec: {
            jobTemplate: template({
              initContainers: [{ securityContext: { privileged: true } }],
            }),
          },
        },
      },
      ci,
    ),
    one({
      verb: 'create',
      object: 'pods/web',
      body: pod({
        initContainers: [{ securityContext: { privileged: false } }],
      }),
    }),
  ],
  [
    'system-namespace-write',
    one({
      verb: 'create',
      object: 'serviceaccounts/x',
      namespace: 'kube-system',
      body: {},
    }),
    one(
      { verb: 'create', object: 'pods/x', namespace: 'kube-system', body: {} },
      controller,
    ),
  ],
  [
    'service-exposed',
    one({
      verb: 'patch',
      object: 'services/web',
      body: { spec: { type: 'NodePort' } },
    }),
    one({
      verb: 'patch',
      object: 'services/web',
      body: { spec: { type: 'ClusterIP' } },
      response: { spec: { type: 'NodePort' } },
    }),
  ],
  [
    'service-exposed',
    one({
      verb: 'create',
      object: 'ingresses.networking.k8s.io/web',
      body: { spec: { rules: [] } },
    }),
    one({
      verb: 'create',
      object: 'ingresses.networking.k8s.io/web',
      body: { spec: { tls: [{ hosts: ['a'] }] } },
    }),
  ],
  [
    'netpol-removed',
    one({
      verb: 'delete',
      object: 'networkpolicies.networking.k8s.io/x',
      body: {},
    }),
    one({
      verb: 'create',
      object: 'networkpolicies.networking.k8s.io/x',
      body: {},
    }),
  ],
  [
    'anonymous-allowed',
    one(
      { verb: 'create', object: 'namespaces/x', namespace: null },
      {
        user: { username: 'system:anonymous' },
        annotations: { 'authorization.k8s.io/decision': 'allow' },
      },
    ),
    one(
      { verb: 'create', object: 'namespaces/x', namespace: null, code: 403 },
      {
        user: { username: 'system:anonymous' },
        annotations: { 'authorization.k8s.io/decision': 'forbid' },
      },
    ),
  ],
  [
    'admission-webhook-change',
    one({
      verb: 'patch',
      object: 'validatingwebhookconfigurations.admissionregistration.k8s.io/x',
      namespace: null,
      body: {},
    }),
    one({
      verb: 'get',
      object: 'validatingwebhookconfigurations.admissionregistration.k8s.io/x',
      namespace: null,
    }),
  ],
  [
    'events-deleted',
    one({ verb: 'delete', object: 'events/x', body: {} }),
    one({ verb: 'create', object: 'events/x', body: {} }),
  ],
  [
    'configmap-credentials',
    one({
      verb: 'create',
      object: 'configmaps/x',
      body: { data: { DB_PASSWORD: 'x' } },
    }),
    one({
      verb: 'create',
      object: 'configmaps/x',
      body: { data: { LOG_LEVEL: 'x' } },
    }),
  ],
  [
    'impersonation',
    one(
      { verb: 'get', object: 'pods/web', code: 404 },
      { impersonatedUser: { username: 'eve' } },
    ),
    one(
      { verb: 'get', object: 'pods/web' },
      { impersonatedUser: { username: 'jane@example.com' } },
    ),
  ],
  [
    'break-glass',
    one(
      { verb: 'get', object: 'pods/web' },
      { user: { username: 'root', groups: ['system:masters'] } },
    ),
    one(
      { verb: 'get', object: 'pods/web' },
      { user: { username: 'system:apiserver', groups: ['system:masters'] } },
    ),
  ],
  [
    'manual-change',
    one({ verb: 'create', object: 'configmaps/x', body: {} }),
    one({
      verb: 'create',
      object: 'selfsubjectaccessreviews.authorization.k8s.io/x',
      body: {},
    }),
  ],
  [
    'manual-change',
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: { spec: { paused: true } },
    }),
    one({ verb: 'patch', object: `${DEPLOYMENT}/status`, body: {} }),
  ],
  [
    'manual-change',
    one({ verb: 'delete', object: 'pods/web' }, METADATA),
    one({ verb: 'delete', object: 'pods/web', body: { dryRun: ['All'] } }),
  ],
  [
    'manual-change-on-gitops',
    one({
      verb: 'patch',
      object: DEPLOYMENT,
      body: {},
      response: {
        metadata: {
          name: 'web',
          annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps' },
        },
      },
    }),
    one({ verb: 'patch', object: DEPLOYMENT, body: {} }),
  ],
];

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
