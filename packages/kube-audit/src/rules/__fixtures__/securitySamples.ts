import {
  one,
  controller,
  ci,
  METADATA,
  template,
  RBAC,
  role,
  pod,
  type RuleSample,
} from './firedRules';

export const securitySamples: RuleSample[] = [
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
];
