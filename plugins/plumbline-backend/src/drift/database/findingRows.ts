import type {
  FindingRecord,
  IncidentHistoryRecord,
  IncidentRecord,
} from '../records';
import { fromJsonColumn, optional, toJsonColumn, toNumber } from './jsonColumn';
import type { FindingRow, HistoryRow, IncidentRow } from './rows';

export function toFinding(row: FindingRow): FindingRecord {
  return {
    id: row.id,
    fingerprint: row.fingerprint,
    objectKey: row.object_key,
    ref: row.ref,
    path: row.path,
    type: row.type as FindingRecord['type'],
    direction: row.direction as FindingRecord['direction'],
    verdict: row.verdict as FindingRecord['verdict'],
    reason: optional(row.reason),
    severity: row.severity as FindingRecord['severity'],
    desired: fromJsonColumn(row.desired),
    live: fromJsonColumn(row.live),
    desiredDigest: row.desired_digest,
    liveDigest: row.live_digest,
    owner: fromJsonColumn(row.owner),
    attribution: fromJsonColumn(row.attribution),
    source: fromJsonColumn(row.source),
    incidentId: optional(row.incident_id),
    windowStart: toNumber(row.window_start),
    valueSeenAt: Number(row.value_seen_at),
    firstSeenAt: Number(row.first_seen_at),
    lastSeenAt: Number(row.last_seen_at),
    lastCleanAt: toNumber(row.last_clean_at),
    unverifiedSince: toNumber(row.unverified_since),
    closedAt: toNumber(row.closed_at),
  };
}

export function fromFinding(
  targetId: string,
  finding: FindingRecord,
): FindingRow {
  return {
    id: finding.id,
    target_id: targetId,
    fingerprint: finding.fingerprint,
    object_key: finding.objectKey,
    ref: finding.ref,
    path: finding.path,
    type: finding.type,
    direction: finding.direction,
    verdict: finding.verdict,
    reason: finding.reason ?? null,
    severity: finding.severity,
    desired: toJsonColumn(finding.desired),
    live: toJsonColumn(finding.live),
    desired_digest: finding.desiredDigest,
    live_digest: finding.liveDigest,
    owner: toJsonColumn(finding.owner),
    attribution: toJsonColumn(finding.attribution),
    source: toJsonColumn(finding.source),
    incident_id: finding.incidentId ?? null,
    window_start: finding.windowStart ?? null,
    value_seen_at: finding.valueSeenAt,
    first_seen_at: finding.firstSeenAt,
    last_seen_at: finding.lastSeenAt,
    last_clean_at: finding.lastCleanAt ?? null,
    unverified_since: finding.unverifiedSince ?? null,
    closed_at: finding.closedAt ?? null,
  };
}

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
    recommendation: fromJsonColumn(row.recommendation),
    findingCount: row.finding_count,
    eventIds: JSON.parse(row.event_ids),
    openedAt: Number(row.opened_at),
    updatedAt: Number(row.updated_at),
    causedAt: toNumber(row.caused_at),
    resolvedAt: toNumber(row.resolved_at),
    resolution: optional(row.resolution),
    unverifiedSince: toNumber(row.unverified_since),
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
    recommendation: toJsonColumn(incident.recommendation),
    finding_count: incident.findingCount,
    event_ids: JSON.stringify(incident.eventIds),
    search_text: searchText(incident),
    search_names: incident.principals.join(' ').toLowerCase(),
    opened_at: incident.openedAt,
    updated_at: incident.updatedAt,
    caused_at: incident.causedAt ?? null,
    resolved_at: incident.resolvedAt ?? null,
    resolution: incident.resolution ?? null,
    unverified_since: incident.unverifiedSince ?? null,
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
  };
}

export function fromHistory(entry: IncidentHistoryRecord): HistoryRow {
  return {
    id: entry.id,
    incident_id: entry.incidentId,
    time: entry.time,
    kind: entry.kind,
    text: entry.text,
  };
}
