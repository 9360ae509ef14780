import { NotFoundError } from '@backstage/errors';
import type {
  Incident,
  IncidentDetail,
  IncidentPage,
  IncidentSummary,
  Target,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { AuditStore, IncidentsOfEvent } from '../../audit';
import { toVisibleRows, type PointsOf } from '../../audit/http/toAuditEventRow';
import type { ReaderView } from '../../permissions';
import type { DriftStore, IncidentFilter } from '../DriftStore';
import { recommend } from '../lifecycle/recommendation/recommend';
import type {
  IncidentRecord,
  ObservedObjectRecord,
  TargetRecord,
} from '../records';
import type { TargetViews } from './TargetViews';
import { toIncident, toIncidentSummary, toIso } from './toApi';
import { formerTarget } from './toTarget';

/** Findings shown of one incident; its count is exact. */
const MAX_FINDINGS = 200;

/** What answers on incidents need. */
export interface IncidentAnswersOptions {
  store: DriftStore;
  audit: Pick<AuditStore, 'getMany'>;
  views: TargetViews;
  /** Points of friction rules, shown with the events of an incident. */
  pointsOf: PointsOf;
  /** Field managers that speak for Git beside those that do anyway. */
  gitopsManagers: readonly string[];
  /** How often targets are checked, milliseconds. */
  interval: number;
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

/** Answers which incidents a reader may see. */
export class IncidentAnswers implements IncidentsOfEvent {
  readonly #options: IncidentAnswersOptions;

  readonly #now: () => number;

  constructor(options: IncidentAnswersOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Newest first. Incidents of entities that the reader may not see are neither listed nor counted. */
  async page(
    filter: Omit<IncidentFilter, 'searchNames'>,
    page: { cursor?: string; limit: number },
    view: ReaderView,
  ): Promise<IncidentPage> {
    const { store } = this.#options;
    const visible = await view.visible(
      filter.entityRefs ?? (await store.incidentEntityRefs()),
    );
    const seen: IncidentFilter = {
      ...filter,
      entityRefs: [...visible],
      searchNames: view.revealsActors,
    };
    const { items, nextCursor } = await store.listIncidents(seen, page);
    const incidents = await this.#toIncidents(items);
    return {
      items: incidents.map((incident, index) =>
        view.hidePeople(incident, namesIn(items[index])),
      ),
      nextCursor,
      total: await store.countIncidents(seen),
    };
  }

  /** @throws NotFoundError when there is none of that id, or the reader may not see its entity */
  async detail(id: string, view: ReaderView): Promise<IncidentDetail> {
    const { store, audit, pointsOf } = this.#options;
    const record = await store.getIncident(id);
    if (!record || !(await view.visible([record.entityRef])).size) {
      throw new NotFoundError('There is no such incident');
    }
    const [incident] = await this.#toIncidents([record]);
    const history = await store.incidentHistory(id);
    const events = await audit.getMany(record.eventIds);
    const shown = view.hidePeople(
      {
        incident,
        history: history.map(({ time, kind, text, author }) => ({
          time: toIso(time),
          kind,
          text,
          author,
        })),
      },
      [...namesIn(record), ...history.flatMap(({ author }) => author ?? [])],
    );
    return { ...shown, events: await toVisibleRows(events, pointsOf, view) };
  }

  async incidentsOf(
    eventId: string,
    view: ReaderView,
  ): Promise<IncidentSummary[]> {
    return this.#summaries(
      await this.#options.store.incidentsOfEvent(eventId),
      view,
    );
  }

  /** The newest incidents that are not resolved. */
  async newestOpen(
    limit: number,
    view: ReaderView,
  ): Promise<IncidentSummary[]> {
    const { store } = this.#options;
    const visible = await view.visible(await store.incidentEntityRefs());
    const { items } = await store.listIncidents(
      {
        entityRefs: [...visible],
        states: ['open', 'acknowledged', 'reopened'],
        searchNames: view.revealsActors,
      },
      { limit },
    );
    return this.#summaries(items, view);
  }

  async #summaries(
    incidents: IncidentRecord[],
    view: ReaderView,
  ): Promise<IncidentSummary[]> {
    const visible = await view.visible(
      incidents.map(({ entityRef }) => entityRef),
    );
    return incidents
      .filter(({ entityRef }) => visible.has(entityRef))
      .map(incident =>
        view.hidePeople(toIncidentSummary(incident), namesIn(incident)),
      );
  }

  async #toIncidents(records: IncidentRecord[]): Promise<Incident[]> {
    const { store, gitopsManagers, interval } = this.#options;
    const findings = await store.findingsOfIncidents(
      records.map(({ id }) => id),
      MAX_FINDINGS,
    );
    const targets = await this.#targetsOf(records);
    return records.map(record => {
      const own = findings.get(record.id) ?? [];
      const known = targets.get(record.targetId);
      return toIncident(
        record,
        known?.shown ?? formerTarget(record),
        own,
        recommend({
          incident: record,
          findings: own,
          target: known?.target ?? {},
          objects: known?.objects ?? new Map(),
          managers: { gitopsManagers },
          now: this.#now(),
          interval,
        }),
      );
    });
  }

  async #targetsOf(
    records: readonly IncidentRecord[],
  ): Promise<Map<string, IncidentTarget>> {
    const { store, views } = this.#options;
    const ids = [...new Set(records.map(({ targetId }) => targetId))];
    const targets = await store.listTargets({ ids });
    const [shown, objects] = await Promise.all([
      views.of(targets),
      store.objects(ids),
    ]);
    return new Map(
      targets.map((target, index) => [
        target.id,
        {
          target,
          shown: shown[index].target,
          objects: new Map(
            (objects.get(target.id) ?? []).map(one => [one.key, one]),
          ),
        },
      ]),
    );
  }
}

/** A target as stored and as shown. */
interface IncidentTarget {
  target: TargetRecord;
  shown: Target;
  objects: Map<string, ObservedObjectRecord>;
}

/** All names of people in what is shown of an incident. */
export function namesIn({
  people,
  acknowledgement,
}: Pick<IncidentRecord, 'people' | 'acknowledgement'>): string[] {
  return acknowledgement ? [...people, acknowledgement.by] : people;
}
