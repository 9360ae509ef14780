import type { DriftStore } from '../DriftStore';
import type { IncidentHistoryRecord, IncidentRecord } from '../records';
import type { LanePart, TimelineEntry } from './TimelineEntry';
import type { LaneQuery, TimelineScene } from './TimelineScene';

const LABELS: Record<IncidentHistoryRecord['kind'], string> = {
  opened: 'Opened',
  refreshed: 'Changed',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  reopened: 'Reopened',
  unverified: 'Unverified',
};

/** What became of the incident and of the others of its target. */
export class DriftLane {
  readonly #store: Pick<DriftStore, 'incidentHistory'>;

  constructor(store: Pick<DriftStore, 'incidentHistory'>) {
    this.#store = store;
  }

  async read(
    { incident, others, span }: TimelineScene,
    { before }: LaneQuery,
  ): Promise<LanePart> {
    const entries: TimelineEntry[] = [];
    const people: string[] = [];
    for (const one of [incident, ...others]) {
      const history = await this.#store.incidentHistory(one.id);
      people.push(
        ...one.people,
        ...history.flatMap(({ author }) => author ?? []),
      );
      entries.push(
        ...history
          .filter(({ time }) => time >= span.from && time <= before)
          .map(record => toEntry(record, one, one === incident)),
      );
    }
    return {
      entries,
      lane: { lane: 'drift' },
      people,
    };
  }
}

function toEntry(
  { id, time, kind, text }: IncidentHistoryRecord,
  incident: IncidentRecord,
  ofIncident: boolean,
): TimelineEntry {
  const label = LABELS[kind];
  return {
    id: `drift:${id}`,
    time,
    lane: 'drift',
    kind,
    text: ofIncident ? text : `INC-${incident.number}: ${text}`,
    label: ofIncident ? label : `INC-${incident.number} ${label.toLowerCase()}`,
    ofIncident,
    incident: ofIncident
      ? undefined
      : { id: incident.id, number: incident.number },
  };
}
