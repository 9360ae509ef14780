import {
  one,
  controller,
  METADATA,
  DEPLOYMENT,
  image,
  type RuleSample,
} from './firedRules';

export const workloadSamples: RuleSample[] = [
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
