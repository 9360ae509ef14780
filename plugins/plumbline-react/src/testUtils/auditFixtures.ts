import type {
  AuditEventDetail,
  AuditEventFacets,
  AuditEventPage,
  AuditEventRow,
  RuleMatch,
} from '@plumbline/backstage-plugin-plumbline-common';

/** Moment at which all fixtures were taken. @public */
export const FIXTURE_NOW = '2026-11-20T14:31:07.000Z';

const SCALED: RuleMatch = {
  id: 'manual-scale',
  title: 'Scaled by hand',
  severity: 'medium',
  category: 'friction',
  message: 'Replicas were changed by hand instead of in Git.',
  points: 6,
};
const HOT_FIX: RuleMatch = {
  id: 'image-hotfix',
  title: 'Hot-fixed image',
  severity: 'high',
  category: 'friction',
  message: 'An image was changed by hand instead of by a release.',
  points: 10,
};

/** A plain event; everything can be replaced. @public */
export function auditEventRow(
  overrides: Partial<AuditEventRow> = {},
): AuditEventRow {
  return {
    id: 'evt-1',
    auditID: '7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
    stage: 'ResponseComplete',
    level: 'RequestResponse',
    time: '2026-11-20T14:02:11.418Z',
    cluster: 'prod-eu',
    verb: 'patch',
    actor: { name: 'jane@example.com', class: 'human' },
    object: {
      apiGroup: 'apps',
      apiVersion: 'v1',
      kind: 'Deployment',
      resource: 'deployments',
      subresource: 'scale',
      namespace: 'payments',
      name: 'payments-api',
    },
    sentence: 'jane@example.com scaled Deployment payments-api from 3 to 5',
    command: {
      text: 'kubectl scale deployment/payments-api --replicas=5 -n payments',
      confidence: 'exact',
      missing: [],
    },
    outcome: 'success',
    code: 200,
    dryRun: false,
    routine: false,
    rules: [SCALED],
    entity: {
      entityRef: 'component:default/payments-api',
      candidates: [],
      reason: 'by label kubernetes-id',
    },
    ...overrides,
  };
}

/** A page of events with each kind of actor and result. @public */
export function auditEventPage(
  overrides: Partial<AuditEventPage> = {},
): AuditEventPage {
  return {
    items: [
      auditEventRow({
        id: 'evt-9',
        time: '2026-11-20T14:20:12.000Z',
        cluster: 'staging',
        actor: {
          name: 'checkout-release',
          class: 'ci',
          onBehalfOf: 'system:serviceaccount:ci:runner',
        },
        sentence: 'checkout-release applied 3 objects of cart',
        command: {
          text: 'kubectl apply -f deploy/staging -n shop',
          confidence: 'likely',
          missing: ['file'],
        },
        rules: [],
      }),
      auditEventRow({
        id: 'evt-8',
        time: '2026-11-20T14:02:13.000Z',
        actor: { name: 'deployment-controller', class: 'controller' },
        sentence:
          'deployment-controller scaled ReplicaSet payments-api-7d9c8b6f5 to 5',
        command: {
          text: 'kubectl scale replicaset/payments-api-7d9c8b6f5 --replicas=5',
          confidence: 'equivalent',
          missing: [],
        },
        rules: [],
        routine: true,
      }),
      auditEventRow(),
      auditEventRow({
        id: 'evt-7',
        time: '2026-11-20T13:58:40.000Z',
        actor: { name: 'argocd-application-controller', class: 'gitops' },
        sentence:
          'argocd-application-controller restored image of Deployment ledger from Git',
        command: {
          text: 'kubectl apply --server-side -f <?>',
          confidence: 'equivalent',
          missing: ['file'],
        },
        rules: [],
        entity: {
          entityRef: 'component:default/ledger',
          candidates: [],
          reason: 'by label kubernetes-id',
        },
      }),
      auditEventRow({
        id: 'evt-6',
        time: '2026-11-20T13:47:36.000Z',
        actor: { name: 'omar@example.com', class: 'human' },
        sentence:
          'omar@example.com set the image of Deployment payments-api to 2.14.1-hotfix',
        command: {
          text: 'kubectl set image deployment/payments-api api=registry.example.com/payments/api:2.14.1-hotfix -n payments',
          confidence: 'exact',
          missing: [],
        },
        rules: [HOT_FIX],
      }),
      auditEventRow({
        id: 'evt-5',
        time: '2026-11-20T13:39:48.000Z',
        verb: 'create',
        actor: { name: 'omar@example.com', class: 'human' },
        sentence:
          'omar@example.com was denied a shell in payments-api-7d9c8b6f5-x2kqp',
        command: {
          text: 'kubectl exec -it pod/payments-api-7d9c8b6f5-x2kqp -n payments -- <?>',
          confidence: 'approximate',
          missing: ['command'],
        },
        outcome: 'denied',
        code: 403,
        rules: [],
      }),
      auditEventRow({
        id: 'evt-4',
        time: '2026-11-20T13:33:19.000Z',
        cluster: 'staging',
        actor: { name: 'person-7f3a', class: 'human', pseudonym: true },
        sentence:
          'person-7f3a tried a change of Service payments-api as a dry run; nothing changed',
        command: {
          text: 'kubectl apply --server-side --dry-run=server -f <?>',
          confidence: 'likely',
          missing: ['file'],
        },
        dryRun: true,
        rules: [],
      }),
    ],
    nextCursor: 'older',
    hiddenRoutine: 1512,
    ...overrides,
  };
}

/** Facets and a histogram of one hour. @public */
export function auditEventFacets(
  overrides: Partial<AuditEventFacets> = {},
): AuditEventFacets {
  const from = Date.parse('2026-11-20T13:30:00.000Z');
  return {
    total: 10,
    facets: {
      cluster: [
        { value: 'prod-eu', count: 7 },
        { value: 'staging', count: 3 },
      ],
      actorClass: [
        { value: 'human', count: 5 },
        { value: 'ci', count: 2 },
        { value: 'controller', count: 2 },
        { value: 'gitops', count: 1 },
      ],
      outcome: [
        { value: 'success', count: 9 },
        { value: 'denied', count: 1 },
      ],
      verb: [
        { value: 'patch', count: 7 },
        { value: 'update', count: 2 },
        { value: 'create', count: 1 },
      ],
      rule: [
        { value: 'manual-scale', label: 'Scaled by hand', count: 1 },
        { value: 'image-hotfix', label: 'Hot-fixed image', count: 1 },
      ],
      entity: [
        { value: 'component:default/payments-api', count: 6 },
        { value: 'component:default/cart', count: 2 },
        { value: 'component:default/ledger', count: 1 },
      ],
    },
    histogram: {
      from: '2026-11-20T13:30:00.000Z',
      to: '2026-11-20T14:30:00.000Z',
      bucketSeconds: 60,
      buckets: Array.from({ length: 60 }, (_, index) => ({
        time: new Date(from + index * 60_000).toISOString(),
        count: 14 + ((index * 7) % 13) + (index > 28 && index < 33 ? 18 : 0),
        friction: [11, 17, 32].includes(index) ? 1 : 0,
      })),
    },
    ...overrides,
  };
}

/** One event with its raw JSON, a related event and an incident. @public */
export function auditEventDetail(
  overrides: Partial<AuditEventDetail> = {},
): AuditEventDetail {
  return {
    event: auditEventRow(),
    raw: {
      auditID: '7c1e4b52-93aa-4d0e-b1f6-2f60c8d5a913',
      stage: 'ResponseComplete',
      level: 'RequestResponse',
      verb: 'patch',
      user: {
        username: 'jane@example.com',
        groups: ['payments-devs', 'system:authenticated'],
      },
      requestObject: { spec: { replicas: 5 } },
      responseStatus: { code: 200 },
    },
    rawBytes: 1942,
    durationMs: 12,
    userAgent: 'kubectl/v1.36.3 (linux/amd64)',
    sourceIP: '10.4.18.22',
    requestURI:
      '/apis/apps/v1/namespaces/payments/deployments/payments-api/scale',
    related: [
      auditEventRow({
        id: 'evt-0',
        time: '2026-11-20T14:02:11.200Z',
        sentence: 'jane@example.com read the scale of payments-api',
        rules: [],
      }),
    ],
    incidents: [
      {
        id: 'inc-214',
        number: 214,
        entityRef: 'component:default/payments-api',
        targetId: 'target-1',
        cluster: 'prod-eu',
        ref: 'apps/v1/Deployment/payments/payments-api',
        object: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'payments',
          name: 'payments-api',
        },
        title: 'jane@example.com scaled payments-api from 3 to 5',
        state: 'open',
        severity: 'medium',
        openedAt: '2026-11-20T14:02:14.000Z',
        updatedAt: '2026-11-20T14:02:14.000Z',
        level: 'proven',
        principals: ['jane@example.com'],
        findingCount: 1,
      },
    ],
    ...overrides,
  };
}
