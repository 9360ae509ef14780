import type {
  IncidentSummary,
  Overview,
} from '@plumbline/backstage-plugin-plumbline-common';
import { DateTime } from 'luxon';
import type { OverviewFacts, ServiceFacts } from './OverviewFacts';

const NEWEST_INCIDENTS = 6;
const HEATMAP_ROWS = 10;
const HEATMAP_DAYS = 14;
const MOVERS = 5;
/** Lower limits of the colour steps of a score; the bands begin at 40, 60 and 80. */
const SCORE_STEPS = [1, 20, 40, 60, 80];

/** Makes the portal-wide picture. What could not be looked at is left out of every figure and named apart. */
export function composeOverview(facts: OverviewFacts): Overview {
  return {
    figures: figuresOf(facts),
    unobserved: unobservedClusters(facts),
    incidents: [...facts.openIncidents]
      .sort((a, b) => timeOf(b).localeCompare(timeOf(a)))
      .slice(0, NEWEST_INCIDENTS),
    feeds: facts.feeds,
    coverage: coverageOf(facts.services),
    heatmap: scoreHeatmap(facts),
    movers: moversOf(facts.services),
    trend: {
      friction: meanScores(facts),
      drift: driftedFieldsByDay(facts),
    },
    unattributedShare: facts.unattributed?.totalEvents
      ? facts.unattributed.unattributedEvents / facts.unattributed.totalEvents
      : 0,
  };
}

function timeOf({ age, causedAt, openedAt }: IncidentSummary): string {
  return age?.since ?? causedAt ?? openedAt;
}

const isCovered = (service: ServiceFacts) => service.setUp === 'covered';

function figuresOf(facts: OverviewFacts): Overview['figures'] {
  const { services, openIncidentsBySeverity } = facts;
  const scores = services.flatMap(service => service.friction.score ?? []);
  return {
    driftedFields: sum(services.map(service => service.driftedFields)),
    driftedServices: services.filter(service => service.driftedFields > 0)
      .length,
    services: services.length,
    openIncidents: sum(Object.values(openIncidentsBySeverity)),
    openIncidentsBySeverity,
    medianIncidentSeconds: median(facts.resolvedLives.map(ms => ms / 1000)),
    meanFrictionScore: mean(scores),
    scoredServices: scores.length,
    coveredServices: services.filter(isCovered).length,
    needsSetUp: services.filter(service => service.setUp === 'needs-set-up')
      .length,
  };
}

function unobservedClusters(facts: OverviewFacts): Overview['unobserved'] {
  return facts.feeds
    .filter(feed => !feed.observable)
    .map(feed => ({
      cluster: feed.cluster,
      reason: feed.unobservableReason ?? 'It cannot be looked at',
      since: feed.unobservableSince,
      services: facts.services.filter(service =>
        service.clusters.includes(feed.cluster),
      ).length,
    }));
}

function coverageOf(services: ServiceFacts[]): Overview['coverage'] {
  const count = (predicate: (service: ServiceFacts) => boolean) =>
    services.filter(predicate).length;
  return [
    {
      label: 'Drift and friction',
      count: count(
        service => isCovered(service) && service.friction.score !== undefined,
      ),
    },
    {
      label: 'Drift only',
      count: count(
        service => isCovered(service) && service.friction.score === undefined,
      ),
    },
    {
      label: 'Unobservable now',
      count: count(service => service.setUp === 'unobservable'),
    },
    {
      label: 'Need set-up',
      count: count(service => service.setUp === 'needs-set-up'),
    },
  ];
}

function scoreHeatmap({ services, days }: OverviewFacts): Overview['heatmap'] {
  const shown = days.slice(-HEATMAP_DAYS);
  const scored = services
    .filter(service => service.friction.score !== undefined)
    .sort((a, b) => (b.friction.score ?? 0) - (a.friction.score ?? 0))
    .slice(0, HEATMAP_ROWS);
  const known = new Set(
    scored.flatMap(service =>
      service.friction.daily.flatMap(point =>
        point.value === undefined ? [] : point.day,
      ),
    ),
  );
  return {
    unit: 'score',
    steps: SCORE_STEPS,
    rows: scored.map(service => ({
      id: service.entityRef,
      label: service.title,
    })),
    columns: shown.map(day => ({
      id: day,
      label: DateTime.fromISO(day).toFormat('d LLL'),
      state: known.has(day) ? 'covered' : 'no-data',
    })),
    cells: scored.flatMap(service =>
      service.friction.daily
        .filter(point => shown.includes(point.day))
        .flatMap(point =>
          point.value
            ? {
                row: service.entityRef,
                column: point.day,
                points: point.value,
                count: 0,
              }
            : [],
        ),
    ),
  };
}

function moversOf(services: ServiceFacts[]): Overview['movers'] {
  return services
    .flatMap(service => {
      const { score, band, changeSinceWeekAgo: change } = service.friction;
      if (score === undefined || change === undefined) {
        return [];
      }
      return {
        entityRef: service.entityRef,
        from: score - change,
        to: score,
        change,
        band,
      };
    })
    .filter(mover => mover.change !== 0)
    .sort((a, b) => b.change - a.change)
    .slice(0, MOVERS);
}

function meanScores({
  services,
  days,
}: OverviewFacts): Overview['trend']['friction'] {
  return days.map(day => ({
    day,
    value: mean(
      services.flatMap(
        service =>
          service.friction.daily.find(point => point.day === day)?.value ?? [],
      ),
    ),
  }));
}

/** Fields that were in drift at the end of each day. */
function driftedFieldsByDay({
  incidentSpans,
  days,
}: OverviewFacts): Overview['trend']['drift'] {
  return days.map(day => {
    const end = DateTime.fromISO(day, { zone: 'utc' }).endOf('day').toMillis();
    const open = incidentSpans.filter(
      span =>
        span.openedAt <= end &&
        (span.resolvedAt === undefined || span.resolvedAt > end),
    );
    return { day, value: sum(open.map(span => span.fields)) };
  });
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: number[]): number | undefined {
  return values.length > 0
    ? Math.round((10 * sum(values)) / values.length) / 10
    : undefined;
}

function median(values: number[]): number | undefined {
  if (values.length === 0) {
    return undefined;
  }
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
