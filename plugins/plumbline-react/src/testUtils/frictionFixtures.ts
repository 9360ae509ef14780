import type {
  EntityFriction,
  FleetFriction,
  FrictionDriver,
  FrictionEvent,
  FrictionEventPage,
  Heatmap,
  TrendPoint,
} from '@plumbline/backstage-plugin-plumbline-common';
import { auditEventPage, FIXTURE_NOW } from './auditFixtures';

const DAY_MS = 86_400_000;

/** The `count` days that end with the day of the fixtures. @public */
export function fixtureDays(count: number): string[] {
  const last = Date.parse(FIXTURE_NOW);
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

const DRIVERS: FrictionDriver[] = [
  ['pod-exec', 'Shell in a pod', 'high', 14.8, 12],
  ['port-forward', 'Port forward', 'low', 13.4, 18],
  ['image-hotfix', 'Hot-fixed image', 'high', 12.5, 4],
  ['debug-container', 'Debug container', 'high', 11, 3],
  ['manual-scale', 'Scaled by hand', 'medium', 10.9, 6],
  ['config-edit', 'Config edited live', 'medium', 5.4, 7],
  ['rollout-restart', 'Rollout restart', 'low', 4.4, 18],
  ['rbac-denied', 'Denied by RBAC', 'low', 3.4, 10],
].map(([ruleId, title, severity, points, count]) => ({
  ruleId: String(ruleId),
  title: String(title),
  severity: severity as FrictionDriver['severity'],
  points: Number(points),
  count: Number(count),
}));

const NEXT_STEPS: Record<string, string> = {
  'pod-exec': 'Give people logs and a read-only shell in the portal',
  'image-hotfix': 'Offer an emergency release in the pipeline',
  'manual-scale': 'Add a HorizontalPodAutoscaler',
};

/** A trend that rises to the score. @public */
export function trendFixture(days = 28, end = 76): TrendPoint[] {
  return fixtureDays(days).map((day, index) => ({
    day,
    value: Math.round((end * index) / (days - 1)),
  }));
}

function ruleHeatmap(): Heatmap {
  const days = fixtureDays(28);
  return {
    unit: 'points',
    steps: [0.1, 2, 4, 7, 10],
    rows: DRIVERS.map(driver => ({ id: driver.ruleId, label: driver.title })),
    columns: days.map((day, index) => ({
      id: day,
      label: day,
      state:
        (index < 2 && 'no-data') || (index === 27 && 'partial') || 'covered',
      reason:
        (index < 2 && 'before the feed began') ||
        (index === 27 ? 'the day is not over' : undefined),
    })),
    cells: [
      {
        row: 'pod-exec',
        column: days[19],
        points: 12,
        pointsNow: 5.4,
        count: 2,
      },
      { row: 'pod-exec', column: days[4], points: 2, pointsNow: 0.4, count: 1 },
      {
        row: 'port-forward',
        column: days[24],
        points: 7.2,
        pointsNow: 5.4,
        count: 6,
      },
      {
        row: 'image-hotfix',
        column: days[27],
        points: 10,
        pointsNow: 20,
        count: 1,
      },
      {
        row: 'manual-scale',
        column: days[27],
        points: 6,
        pointsNow: 12,
        count: 1,
      },
      {
        row: 'config-edit',
        column: days[18],
        points: 6,
        pointsNow: 2.4,
        count: 1,
      },
      ...days.slice(3, 26).map((column, index) => ({
        row: index % 2 ? 'rollout-restart' : 'rbac-denied',
        column,
        points: index % 3 ? 0.6 : 1.2,
        pointsNow: 0.3,
        count: index % 3 ? 1 : 2,
      })),
    ],
  };
}

function hourHeatmap(): Heatmap {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  return {
    unit: 'events',
    steps: [1, 2, 3, 4, 5],
    rows: names.map((label, index) => ({ id: String(index), label })),
    columns: Array.from({ length: 24 }, (_, hour) => ({
      id: String(hour),
      label: String(hour).padStart(2, '0'),
    })),
    cells: names.slice(0, 5).flatMap((_, row) =>
      [9, 10, 11, 13, 14, 15].map((hour, index) => ({
        row: String(row),
        column: String(hour),
        points: 0,
        count: 1 + ((row * 3 + index * 2) % 5),
      })),
    ),
  };
}

/** A score of 76 whose drivers add up to 75.8. @public */
export function entityFriction(
  overrides: Partial<EntityFriction> = {},
): EntityFriction {
  return {
    entityRef: 'component:default/payments-api',
    state: 'scored',
    score: 76,
    band: 'high',
    changeSinceYesterday: 24,
    changeSinceWeekAgo: 22,
    breakdown: DRIVERS.map(driver => ({
      ...driver,
      nextStep: NEXT_STEPS[driver.ruleId],
    })),
    sum: 75.8,
    trend: trendFixture(),
    heatmap: ruleHeatmap(),
    hours: hourHeatmap(),
    eventCount: 78,
    notCounted: [
      { reason: 'known only from managedFields, without an event', count: 1 },
    ],
    parameters: { halfLifeDays: 7, windowDays: 30, threshold: 50 },
    updatedAt: FIXTURE_NOW,
    ...overrides,
  };
}

/** Nobody went round the platform, and we would have seen it. @public */
export function quietFriction(): EntityFriction {
  return entityFriction({
    state: 'quiet',
    score: 0,
    band: 'low',
    changeSinceYesterday: 0,
    changeSinceWeekAgo: 0,
    breakdown: [],
    sum: 0,
    trend: fixtureDays(28).map(day => ({ day, value: 0 })),
    heatmap: { ...ruleHeatmap(), rows: [], cells: [] },
    hours: { ...hourHeatmap(), cells: [] },
    eventCount: 0,
    notCounted: [],
  });
}

/** No audit events of its clusters arrive: there is no score, not even 0. @public */
export function unknownFriction(
  state: 'no-feed' | 'not-resolved' = 'no-feed',
): EntityFriction {
  return entityFriction({
    ...quietFriction(),
    state,
    score: undefined,
    band: undefined,
    changeSinceYesterday: undefined,
    changeSinceWeekAgo: undefined,
    trend: fixtureDays(28).map(day => ({ day })),
    reason:
      state === 'no-feed'
        ? 'edge-us sends no audit events since 13:48'
        : 'no audit event could be matched to gift-cards',
  });
}

/** Friction events made of the audit events that a rule matched. @public */
export function frictionEventPage(
  overrides: Partial<FrictionEventPage> = {},
): FrictionEventPage {
  const items = auditEventPage().items.flatMap((event): FrictionEvent[] =>
    event.rules.map(rule => ({
      id: `friction-${event.id}`,
      time: event.time,
      cluster: event.cluster,
      ruleId: rule.id,
      title: rule.title,
      severity: rule.severity === 'info' ? 'low' : rule.severity,
      points: rule.points ?? 0,
      pointsNow: (rule.points ?? 0) * 2,
      actor: event.actor,
      object: event.object,
      sentence: event.sentence,
      command: event.command,
      eventId: event.id,
    })),
  );
  return { items, total: 78, nextCursor: 'older', ...overrides };
}

/** Services of all bands, one that cannot be seen and one that is not set up. @public */
export function fleetFriction(
  overrides: Partial<FleetFriction> = {},
): FleetFriction {
  const days = fixtureDays(28);
  const scored = [
    ['fraud-scorer', 'risk', 84, 'critical', 9],
    ['payments-api', 'payments', 76, 'high', 22],
    ['shipping', 'logistics', 55, 'medium', 18],
    ['notifier', 'messaging', 29, 'low', -14],
  ] as const;
  return {
    items: [
      ...scored.map(([name, owner, score, band, change]) => ({
        entityRef: `component:default/${name}`,
        title: name,
        owner: `group:default/${owner}`,
        system: 'system:default/checkout',
        state: 'scored' as const,
        score,
        band,
        changeSinceWeekAgo: change,
        eventCount: score,
        drivers: DRIVERS.slice(0, 3),
        trend: trendFixture(28, score),
      })),
      {
        entityRef: 'component:default/edge-proxy',
        owner: 'group:default/platform',
        system: 'system:default/edge',
        state: 'no-feed' as const,
        reason: 'edge-us sends no audit events since 13:48',
        eventCount: 0,
        drivers: [],
        trend: [],
      },
      {
        entityRef: 'component:default/gift-cards',
        owner: 'group:default/storefront',
        state: 'not-resolved' as const,
        reason: 'no object is known to belong to it',
        eventCount: 0,
        drivers: [],
        trend: [],
      },
    ],
    total: 6,
    heatmap: serviceHeatmap(scored.map(([name, , score]) => [name, score])),
    ...overrides,
  };

  function serviceHeatmap(services: [string, number][]): Heatmap {
    return {
      unit: 'score',
      steps: [1, 20, 40, 60, 80],
      rows: services.map(([name]) => ({
        id: `component:default/${name}`,
        label: name,
      })),
      columns: days.slice(-14).map((day, index) => ({
        id: day,
        label: day,
        state: index === 1 ? 'no-data' : 'covered',
        reason: index === 1 ? 'forwarder down' : undefined,
      })),
      cells: services.flatMap(([name, score], row) =>
        days
          .slice(-14)
          .map((column, index) => ({
            row: `component:default/${name}`,
            column,
            points: Math.max(1, score - (13 - index) * (row + 1)),
            count: 0,
          }))
          .filter((_, index) => index !== 1),
      ),
    };
  }
}
