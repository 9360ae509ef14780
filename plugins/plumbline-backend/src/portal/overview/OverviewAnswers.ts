import type {
  Overview,
  Severity,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { AuditStore } from '../../audit';
import type { PlumblineEntities, PlumblineEntity } from '../../catalog';
import type {
  DriftStore,
  EntityDriftAnswers,
  IncidentAnswers,
  IncidentRecord,
} from '../../drift';
import type { FrictionService } from '../../friction';
import type { ReaderView } from '../../permissions';
import type { Coverage } from '../entityCoverage';
import type { Feeds } from '../feeds';
import { composeOverview } from './composeOverview';
import type { OverviewFacts, ServiceFacts } from './OverviewFacts';

/** The newest ones make median and trend; the numbers of open ones are of all. */
const MAX_INCIDENTS = 500;
const UNRESOLVED: IncidentRecord['state'][] = [
  'open',
  'acknowledged',
  'reopened',
];
const MILLISECONDS_PER_DAY = 86_400_000;

type OverviewStore = Pick<
  DriftStore,
  'countIncidents' | 'listIncidents' | 'listTargets'
>;

/** Filters of the overview; each is "any of". */
export interface OverviewFilter {
  /** Days up to today, UTC. */
  days: number;
  owners?: string[];
  systems?: string[];
}

/** Answers with the portal-wide picture of what a reader may see. */
export class OverviewAnswers {
  readonly #entities: PlumblineEntities;
  readonly #drift: Pick<EntityDriftAnswers, 'statesOf'>;
  readonly #driftStore: OverviewStore;
  readonly #incidents: Pick<IncidentAnswers, 'page'>;
  readonly #friction: FrictionService;
  readonly #coverage: Pick<Coverage, 'page'>;
  readonly #feeds: Feeds;
  readonly #audit: Pick<AuditStore, 'listUnattributed'>;

  constructor(options: {
    entities: PlumblineEntities;
    drift: Pick<EntityDriftAnswers, 'statesOf'>;
    driftStore: OverviewStore;
    incidents: Pick<IncidentAnswers, 'page'>;
    friction: FrictionService;
    coverage: Pick<Coverage, 'page'>;
    feeds: Feeds;
    audit: Pick<AuditStore, 'listUnattributed'>;
  }) {
    this.#entities = options.entities;
    this.#drift = options.drift;
    this.#driftStore = options.driftStore;
    this.#incidents = options.incidents;
    this.#friction = options.friction;
    this.#coverage = options.coverage;
    this.#feeds = options.feeds;
    this.#audit = options.audit;
  }

  /** @param now - milliseconds since the epoch */
  async of(
    filter: OverviewFilter,
    view: ReaderView,
    now: number,
  ): Promise<Overview> {
    const entities = await this.#visibleEntities(filter, view);
    const refs = entities.map(({ entityRef }) => entityRef);
    const [
      services,
      openIncidents,
      openIncidentsBySeverity,
      resolved,
      feeds,
      unattributed,
    ] = await Promise.all([
      this.#services(entities, view, filter.days, now),
      this.#openIncidents(refs, view),
      this.#openIncidentsBySeverity(refs),
      this.#resolvedSince(refs, now - filter.days * MILLISECONDS_PER_DAY),
      this.#feeds.list(),
      this.#audit.listUnattributed({}, { limit: 1 }),
    ]);
    return composeOverview({
      services,
      openIncidents,
      openIncidentsBySeverity,
      resolvedLives: resolved.map(
        incident =>
          (incident.resolvedAt ?? now) -
          (incident.causedAt ?? incident.openedAt),
      ),
      incidentSpans: [
        ...openIncidents.map(({ openedAt, findingCount }) => ({
          openedAt: Date.parse(openedAt),
          fields: findingCount,
        })),
        ...resolved.map(({ openedAt, resolvedAt, findingCount }) => ({
          openedAt,
          resolvedAt,
          fields: findingCount,
        })),
      ],
      feeds,
      unattributed,
      days: daysUpTo(now, filter.days),
    });
  }

  async #visibleEntities(
    { owners, systems }: OverviewFilter,
    view: ReaderView,
  ): Promise<PlumblineEntity[]> {
    const all = await this.#entities.list();
    const visible = await view.visible(all.map(({ entityRef }) => entityRef));
    return all.filter(
      ({ entityRef, owner, system }) =>
        visible.has(entityRef) &&
        (!owners || (owner !== undefined && owners.includes(owner))) &&
        (!systems || (system !== undefined && systems.includes(system))),
    );
  }

  async #services(
    entities: PlumblineEntity[],
    view: ReaderView,
    days: number,
    now: number,
  ): Promise<ServiceFacts[]> {
    const refs = entities.map(({ entityRef }) => entityRef);
    const [states, coverage, fleet, targets] = await Promise.all([
      this.#drift.statesOf(refs),
      this.#coverage.page(view, { limit: Number.MAX_SAFE_INTEGER }),
      this.#friction.fleet(
        entities,
        { days, sort: 'name', limit: Math.max(1, entities.length) },
        now,
      ),
      this.#driftStore.listTargets({ entityRefs: refs }),
    ]);
    const setUp = new Map(
      coverage.items.map(item => [item.entityRef, item.state] as const),
    );
    const friction = new Map(
      fleet.items.map(item => [item.entityRef, item] as const),
    );
    return entities.map(({ entityRef, entity }) => {
      const state = states.get(entityRef);
      const item = friction.get(entityRef);
      return {
        entityRef,
        title: entity.metadata.title ?? entity.metadata.name,
        setUp: setUp.get(entityRef) ?? 'needs-set-up',
        driftedFields: state?.drift ?? 0,
        clusters: [
          ...new Set(
            targets
              .filter(target => target.entityRef === entityRef)
              .map(({ cluster }) => cluster),
          ),
        ],
        friction: {
          state: item?.state ?? 'not-resolved',
          score: item?.score,
          band: item?.band,
          changeSinceWeekAgo: item?.changeSinceWeekAgo,
          daily: item?.trend ?? [],
        },
      };
    });
  }

  async #openIncidents(
    entityRefs: string[],
    view: ReaderView,
  ): Promise<OverviewFacts['openIncidents']> {
    const { items } = await this.#incidents.page(
      { entityRefs, states: UNRESOLVED },
      { limit: MAX_INCIDENTS },
      view,
    );
    return items;
  }

  async #openIncidentsBySeverity(
    entityRefs: string[],
  ): Promise<OverviewFacts['openIncidentsBySeverity']> {
    const count = (severity: Severity) =>
      this.#driftStore.countIncidents({
        entityRefs,
        states: UNRESOLVED,
        severities: [severity],
        searchNames: false,
      });
    const [critical, high, medium, low] = await Promise.all(
      (['critical', 'high', 'medium', 'low'] as const).map(count),
    );
    return { critical, high, medium, low };
  }

  async #resolvedSince(
    entityRefs: string[],
    since: number,
  ): Promise<IncidentRecord[]> {
    const { items } = await this.#driftStore.listIncidents(
      { entityRefs, states: ['resolved'], searchNames: false },
      { limit: MAX_INCIDENTS },
    );
    return items.filter(({ resolvedAt = 0 }) => resolvedAt >= since);
  }
}

function daysUpTo(now: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(now - (count - 1 - index) * MILLISECONDS_PER_DAY)
      .toISOString()
      .slice(0, 10),
  );
}
