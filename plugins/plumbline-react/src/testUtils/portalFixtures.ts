import type {
  CoveragePage,
  Feed,
  Overview,
  QuarantinePage,
  UnattributedPage,
} from '@plumbline/backstage-plugin-plumbline-common';
import { auditEventDetail, FIXTURE_NOW } from './auditFixtures';
import { fleetFriction, trendFixture } from './frictionFixtures';

/** One feed that works, one with quarantined items, one of a cluster that does not answer. @public */
export function feedFixtures(): Feed[] {
  return [
    {
      cluster: 'prod-eu',
      title: 'Production EU',
      access: 'kubeconfig',
      state: 'live',
      observable: true,
      lastReceivedAt: FIXTURE_NOW,
      lastEventAt: '2026-11-20T14:31:04.000Z',
      lagSeconds: 3,
      stored: 15_220,
      duplicates: 12,
      quarantined: 2,
    },
    {
      cluster: 'staging',
      access: 'snapshot',
      state: 'live',
      observable: true,
      lastReceivedAt: '2026-11-20T14:31:02.000Z',
      lastEventAt: '2026-11-20T14:30:54.000Z',
      lagSeconds: 8,
      stored: 3_410,
      duplicates: 0,
      quarantined: 0,
    },
    {
      cluster: 'edge-us',
      access: 'kubeconfig',
      state: 'silent',
      reason: 'no event since 13:48',
      observable: false,
      unobservableReason: 'connection timed out',
      unobservableSince: '2026-11-20T13:48:00.000Z',
      lastReceivedAt: '2026-11-20T13:48:12.000Z',
      lastEventAt: '2026-11-20T13:48:12.000Z',
      lagSeconds: 2_575,
      stored: 120,
      duplicates: 0,
      quarantined: 0,
    },
  ];
}

/** The portal with drift, a cluster that does not answer and all parts filled. @public */
export function overviewFixture(overrides: Partial<Overview> = {}): Overview {
  const incident = auditEventDetail().incidents[0];
  return {
    figures: {
      driftedFields: 23,
      driftedServices: 7,
      services: 12,
      openIncidents: 11,
      openIncidentsBySeverity: { critical: 1, high: 4, medium: 4, low: 2 },
      medianIncidentSeconds: 18_600,
      meanFrictionScore: 45,
      scoredServices: 10,
      coveredServices: 10,
      needsSetUp: 2,
    },
    unobserved: [
      {
        cluster: 'edge-us',
        reason: 'connection timed out',
        since: '2026-11-20T13:48:00.000Z',
        services: 3,
      },
    ],
    incidents: [
      incident,
      {
        ...incident,
        id: 'inc-213',
        number: 213,
        title:
          'payments-config was last written with kubectl-edit; person unknown',
        level: 'tool-only',
        severity: 'high',
        openedAt: '2026-11-20T13:52:20.000Z',
      },
    ],
    feeds: feedFixtures(),
    coverage: [
      { label: 'Drift and friction', count: 9 },
      { label: 'Unobservable now', count: 1 },
      { label: 'Path not found', count: 1 },
      { label: 'No annotation', count: 1 },
    ],
    heatmap: fleetFriction().heatmap,
    movers: [
      {
        entityRef: 'component:default/payments-api',
        from: 54,
        to: 76,
        change: 22,
        band: 'high',
      },
      {
        entityRef: 'component:default/notifier',
        from: 43,
        to: 29,
        change: -14,
        band: 'low',
      },
    ],
    trend: {
      friction: trendFixture(28, 45),
      drift: trendFixture(28, 23),
    },
    unattributedShare: 0.021,
    ...overrides,
  };
}

/** One entity per way to stop, and one that is covered. @public */
export function coveragePage(
  overrides: Partial<CoveragePage> = {},
): CoveragePage {
  const notReached = { result: 'not-reached' as const, message: 'not reached' };
  return {
    items: [
      {
        entityRef: 'component:default/gift-cards',
        title: 'gift-cards',
        owner: 'group:default/storefront',
        state: 'needs-set-up',
        steps: [
          {
            id: 'annotation',
            result: 'failed',
            message: 'none',
            annotationToPaste: 'plumbline.io/manifests: deploy/prod',
          },
          { id: 'location', ...notReached },
          { id: 'manifests', ...notReached },
          { id: 'cluster', ...notReached },
          { id: 'audit', ...notReached },
        ],
      },
      {
        entityRef: 'component:default/catalog-sync',
        owner: 'group:default/discovery',
        state: 'needs-set-up',
        steps: [
          { id: 'annotation', result: 'ok', message: '1 target' },
          { id: 'location', result: 'ok', message: 'example/catalog-sync' },
          {
            id: 'manifests',
            result: 'failed',
            message: 'deploy/production is not in main; deploy/prod exists',
            annotationToPaste: 'plumbline.io/manifests: deploy/prod',
          },
          { id: 'cluster', ...notReached },
          { id: 'audit', ...notReached },
        ],
      },
      {
        entityRef: 'component:default/edge-proxy',
        owner: 'group:default/platform',
        state: 'unobservable',
        steps: [
          { id: 'annotation', result: 'ok', message: '1 target' },
          { id: 'location', result: 'ok', message: 'example/edge-proxy' },
          { id: 'manifests', result: 'ok', message: 'deploy/edge' },
          {
            id: 'cluster',
            result: 'failed',
            message: 'edge-us does not answer',
          },
          { id: 'audit', ...notReached },
        ],
      },
      {
        entityRef: 'component:default/ledger',
        owner: 'group:default/payments',
        state: 'covered',
        steps: [
          { id: 'annotation', result: 'ok', message: '1 target' },
          { id: 'location', result: 'ok', message: 'example/ledger' },
          { id: 'manifests', result: 'ok', message: 'apps/ledger' },
          { id: 'cluster', result: 'ok', message: 'prod-eu' },
          { id: 'audit', result: 'ok', message: 'live' },
        ],
      },
    ],
    counts: { total: 12, covered: 9, needsSetUp: 2, unobservable: 1 },
    ...overrides,
  };
}

/** An object without an owner and one with two candidates. @public */
export function unattributedPage(
  overrides: Partial<UnattributedPage> = {},
): UnattributedPage {
  return {
    items: [
      {
        cluster: 'prod-eu',
        object: {
          kind: 'Job',
          resource: 'jobs',
          namespace: 'batch',
          name: 'nightly-report',
        },
        count: 14,
        reason: 'no label or annotation names an entity',
        candidates: [],
        lastEventAt: '2026-11-20T03:00:12.000Z',
      },
      {
        cluster: 'staging',
        object: {
          kind: 'ConfigMap',
          resource: 'configmaps',
          namespace: 'shop',
          name: 'shared-flags',
        },
        count: 3,
        reason: 'two entities select it',
        candidates: [
          'component:default/cart',
          'component:default/checkout-web',
        ],
        lastEventAt: '2026-11-20T12:10:00.000Z',
      },
    ],
    totalEvents: 18_750,
    unattributedEvents: 393,
    ...overrides,
  };
}

/** Two items that could not be stored as events. @public */
export function quarantinePage(
  overrides: Partial<QuarantinePage> = {},
): QuarantinePage {
  return {
    items: [
      {
        id: 'q-1',
        cluster: 'prod-eu',
        receivedAt: '2026-11-20T13:12:00.000Z',
        reason: 'auditID is missing',
        excerpt: '{"kind":"Event","stage":"ResponseComplete"}',
        bytes: 43,
      },
      {
        id: 'q-2',
        cluster: 'prod-eu',
        receivedAt: '2026-11-20T11:02:00.000Z',
        reason: 'larger than 4 MiB',
        excerpt: '{"kind":"Event","auditID":"4f…',
        bytes: 5_242_880,
      },
    ],
    ...overrides,
  };
}
