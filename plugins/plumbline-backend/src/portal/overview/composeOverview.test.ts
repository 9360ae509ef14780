import type {
  Feed,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import { composeOverview } from './composeOverview';
import type { OverviewFacts, ServiceFacts } from './OverviewFacts';

const days = Array.from(
  { length: 10 },
  (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`,
);

function service(
  name: string,
  rest: Partial<ServiceFacts> & { scores?: (number | undefined)[] } = {},
): ServiceFacts {
  const { scores = [], ...facts } = rest;
  return {
    entityRef: `component:default/${name}`,
    title: name,
    setUp: 'covered',
    driftedFields: 0,
    clusters: ['prod'],
    friction: {
      state: scores.length > 0 ? 'scored' : 'no-feed',
      score: scores.at(-1),
      changeSinceWeekAgo:
        scores.length >= 8
          ? (scores.at(-1) ?? 0) - (scores.at(-8) ?? 0)
          : undefined,
      daily: days.map((day, index) => ({
        day,
        value: scores[index - days.length + scores.length],
      })),
    },
    ...facts,
  };
}

const incident = (
  number: number,
  severity: IncidentSummary['severity'],
  openedAt: string,
): IncidentSummary => ({
  id: `i${number}`,
  number,
  entityRef: 'component:default/cart',
  targetId: 't',
  cluster: 'prod',
  ref: 'apps/v1/Deployment/shop/cart',
  object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
  title: 'cart leans',
  state: 'open',
  severity,
  openedAt,
  updatedAt: openedAt,
  level: 'proven',
  findingCount: 1,
});

const feed = (cluster: string, observable: boolean): Feed => ({
  cluster,
  access: 'kubeconfig',
  state: 'live',
  observable,
  unobservableReason: observable ? undefined : 'connection refused',
  stored: 1,
  duplicates: 0,
  quarantined: 0,
});

const facts = (rest: Partial<OverviewFacts> = {}): OverviewFacts => ({
  services: [],
  openIncidents: [],
  openIncidentsBySeverity: { critical: 0, high: 0, medium: 0, low: 0 },
  resolvedLives: [],
  incidentSpans: [],
  feeds: [],
  days,
  ...rest,
});

describe('composeOverview', () => {
  it('says nothing where nothing is known', () => {
    const overview = composeOverview(facts());
    expect(overview.figures).toMatchObject({
      services: 0,
      meanFrictionScore: undefined,
      medianIncidentSeconds: undefined,
    });
    expect(overview.trend.friction[0].value).toBeUndefined();
  });

  it('counts services by what is known of them', () => {
    const overview = composeOverview(
      facts({
        services: [
          service('a', { scores: [10, 40], driftedFields: 3 }),
          service('b'),
          service('c', { setUp: 'unobservable', clusters: ['edge'] }),
          service('d', { setUp: 'needs-set-up', clusters: [] }),
        ],
        feeds: [feed('prod', true), feed('edge', false)],
      }),
    );
    expect(overview.figures).toMatchObject({
      driftedFields: 3,
      driftedServices: 1,
      services: 4,
      coveredServices: 2,
      needsSetUp: 1,
      meanFrictionScore: 40,
      scoredServices: 1,
    });
    expect(overview.coverage.map(row => row.count)).toEqual([1, 1, 1, 1]);
    expect(overview.unobserved).toEqual([
      {
        cluster: 'edge',
        reason: 'connection refused',
        since: undefined,
        services: 1,
      },
    ]);
  });

  it('lists the newest incidents first and counts all, also those that it does not list', () => {
    const overview = composeOverview(
      facts({
        openIncidents: [
          incident(1, 'low', '2026-01-01T00:00:00Z'),
          incident(2, 'high', '2026-01-03T00:00:00Z'),
          {
            ...incident(3, 'high', '2026-01-02T00:00:00Z'),
            causedAt: '2026-01-04T00:00:00Z',
          },
        ],
        openIncidentsBySeverity: { critical: 0, high: 600, medium: 0, low: 1 },
        resolvedLives: [1000, 3000, 2000],
      }),
    );
    expect(overview.incidents.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(overview.figures.openIncidentsBySeverity).toEqual({
      critical: 0,
      high: 600,
      medium: 0,
      low: 1,
    });
    expect(overview.figures.openIncidents).toBe(601);
    expect(overview.figures.medianIncidentSeconds).toBe(2);
  });

  it('shows days without audit events as such, not as 0', () => {
    const { heatmap, trend } = composeOverview(
      facts({ services: [service('a', { scores: [undefined, 20, 30] })] }),
    );
    expect(heatmap.columns.map(({ state }) => state).slice(-3)).toEqual([
      'no-data',
      'covered',
      'covered',
    ]);
    expect(heatmap.cells.map(cell => cell.points)).toEqual([20, 30]);
    expect(trend.friction.slice(-3).map(({ value }) => value)).toEqual([
      undefined,
      20,
      30,
    ]);
  });

  it('names who moved in a week, and nobody without a week of data', () => {
    const { movers } = composeOverview(
      facts({
        services: [
          service('up', { scores: [10, 20, 30, 40, 50, 60, 70, 80] }),
          service('down', { scores: [80, 70, 60, 50, 40, 30, 20, 10] }),
          service('still', { scores: [5, 5, 5, 5, 5, 5, 5, 5] }),
          service('new', { scores: [99] }),
        ],
      }),
    );
    expect(movers.map(({ entityRef, change }) => [entityRef, change])).toEqual([
      ['component:default/up', 70],
      ['component:default/down', -70],
    ]);
  });

  it('counts the fields in drift at the end of each day', () => {
    const { trend } = composeOverview(
      facts({
        incidentSpans: [
          { openedAt: Date.UTC(2026, 0, 2, 12), fields: 2 },
          {
            openedAt: Date.UTC(2026, 0, 2, 13),
            resolvedAt: Date.UTC(2026, 0, 3, 1),
            fields: 1,
          },
        ],
      }),
    );
    expect(trend.drift.slice(0, 4).map(({ value }) => value)).toEqual([
      0, 3, 2, 2,
    ]);
  });
});
