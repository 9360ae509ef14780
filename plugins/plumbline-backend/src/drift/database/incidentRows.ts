import type {
  AcknowledgementRecord,
  CauseClass,
  IncidentBegin,
  IncidentHistoryRecord,
  IncidentRecord,
} from '../records';
import { fromJsonColumn, optional, toJsonColumn, toNumber } from './jsonColumn';
import type { HistoryRow, IncidentRow } from './rows';

export function toIncident(row: IncidentRow): IncidentRecord {
  return {
    id: row.id,
    number: row.number,
    entityRef: row.entity_ref,
    targetId: row.target_id,
    cluster: row.cluster,
    ref: row.ref,
    title: row.title,
    state: row.state as IncidentRecord['state'],
    severity: row.severity as IncidentRecord['severity'],
    level: row.level as IncidentRecord['level'],
    principals: JSON.parse(row.principals),
    people: JSON.parse(row.people),
    cause: fromJsonColumn(row.cause),
    causeClass: toCauseClass(row),
    grouping: fromJsonColumn(row.grouping),
    fight: fromJsonColumn(row.fight),
    findingCount: row.finding_count,
    eventIds: JSON.parse(row.event_ids),
    openedAt: Number(row.opened_at),
    updatedAt: Number(row.updated_at),
    begin: toBegin(row),
    causedAt: toNumber(row.caused_at),
    acknowledgement: toAcknowledgement(row),
    firstAcknowledgedAt: toNumber(row.first_acknowledged_at),
    resolvedAt: toNumber(row.resolved_at),
    resolution: optional(row.resolution),
    unverifiedSince: toNumber(row.unverified_since),
    reopenings: row.reopenings,
    reopenedTimes: toReopenedTimes(row),
    previousIncident:
      row.previous_id === null || row.previous_number === null
        ? undefined
        : { id: row.previous_id, number: row.previous_number },
  };
}

/** What was stored before the begin of incidents was, began when it was first seen. */
export function toBegin(
  row: Pick<IncidentRow, 'begun_at' | 'begun_basis' | 'opened_at'>,
): IncidentBegin {
  return {
    at: Number(row.begun_at ?? row.opened_at),
    basis: (row.begun_basis ?? 'first-seen') as IncidentBegin['basis'],
  };
}

/** What was stored before causes were classed has none that is known. */
export function toCauseClass({
  cause_class,
}: Pick<IncidentRow, 'cause_class'>): CauseClass {
  return (cause_class ?? 'unknown') as CauseClass;
}

export function toReopenedTimes({
  reopened_times,
}: Pick<IncidentRow, 'reopened_times'>): number[] {
  return fromJsonColumn(reopened_times) ?? [];
}

function toAcknowledgement(
  row: IncidentRow,
): AcknowledgementRecord | undefined {
  return row.acknowledged_by === null
    ? undefined
    : {
        by: row.acknowledged_by,
        at: Number(row.acknowledged_at),
        note: optional(row.acknowledged_note),
        until: toNumber(row.acknowledged_until),
      };
}

export function fromIncident(incident: IncidentRecord): IncidentRow {
  return {
    id: incident.id,
    number: incident.number,
    entity_ref: incident.entityRef,
    target_id: incident.targetId,
    cluster: incident.cluster,
    ref: incident.ref,
    title: incident.title,
    state: incident.state,
    severity: incident.severity,
    level: incident.level,
    principals: JSON.stringify(incident.principals),
    people: JSON.stringify(incident.people),
    cause: toJsonColumn(incident.cause),
    cause_class: incident.causeClass,
    grouping: toJsonColumn(incident.grouping),
    fight: toJsonColumn(incident.fight),
    finding_count: incident.findingCount,
    event_ids: JSON.stringify(incident.eventIds),
    search_text: searchText(incident),
    search_names: incident.principals.join(' ').toLowerCase(),
    opened_at: incident.openedAt,
    updated_at: incident.updatedAt,
    begun_at: incident.begin.at,
    begun_basis: incident.begin.basis,
    caused_at: incident.causedAt ?? null,
    acknowledged_by: incident.acknowledgement?.by ?? null,
    acknowledged_at: incident.acknowledgement?.at ?? null,
    acknowledged_note: incident.acknowledgement?.note ?? null,
    acknowledged_until: incident.acknowledgement?.until ?? null,
    first_acknowledged_at: incident.firstAcknowledgedAt ?? null,
    resolved_at: incident.resolvedAt ?? null,
    resolution: incident.resolution ?? null,
    unverified_since: incident.unverifiedSince ?? null,
    reopenings: incident.reopenings,
    reopened_times: JSON.stringify(incident.reopenedTimes),
    previous_id: incident.previousIncident?.id ?? null,
    previous_number: incident.previousIncident?.number ?? null,
  };
}

/** What may be searched by everybody: a reader who may not see a name must not find it by its incident either. */
function searchText(incident: IncidentRecord): string {
  const title = incident.people.reduce(
    (text, name) => text.replaceAll(name, ''),
    incident.title,
  );
  return [
    `inc-${incident.number}`,
    title,
    incident.ref,
    incident.entityRef,
    incident.cluster,
  ]
    .join(' ')
    .toLowerCase();
}

export function toHistory(row: HistoryRow): IncidentHistoryRecord {
  return {
    id: row.id,
    incidentId: row.incident_id,
    time: Number(row.time),
    kind: row.kind as IncidentHistoryRecord['kind'],
    text: row.text,
    author: optional(row.author),
  };
}

export function fromHistory(entry: IncidentHistoryRecord): HistoryRow {
  return {
    id: entry.id,
    incident_id: entry.incidentId,
    time: entry.time,
    kind: entry.kind,
    text: entry.text,
    author: entry.author ?? null,
  };
}
