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
import type { IncidentRecord } from '../records';
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
}

/** Answers which incidents a reader may see. */
export class IncidentAnswers implements IncidentsOfEvent {
  readonly #options: IncidentAnswersOptions;

  constructor(options: IncidentAnswersOptions) {
    this.#options = options;
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
        view.hidePeople(incident, items[index].people),
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
        history: history.map(({ time, kind, text }) => ({
          time: toIso(time),
          kind,
          text,
        })),
      },
      record.people,
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
        view.hidePeople(toIncidentSummary(incident), incident.people),
      );
  }

  async #toIncidents(records: IncidentRecord[]): Promise<Incident[]> {
    const { store } = this.#options;
    const findings = await store.findingsOfIncidents(
      records.map(({ id }) => id),
      MAX_FINDINGS,
    );
    const targets = await this.#targetsOf(records);
    return records.map(record =>
      toIncident(
        record,
        targets.get(record.targetId) ?? formerTarget(record),
        findings.get(record.id) ?? [],
      ),
    );
  }

  async #targetsOf(records: IncidentRecord[]): Promise<Map<string, Target>> {
    const { store, views } = this.#options;
    const ids = [...new Set(records.map(({ targetId }) => targetId))];
    const shown = await views.of(await store.listTargets({ ids }));
    return new Map(shown.map(({ target }) => [target.id, target]));
  }
}
