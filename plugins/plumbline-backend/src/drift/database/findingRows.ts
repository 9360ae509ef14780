import type { FindingRecord, FindingValueRecord } from '../records';
import { fromJsonColumn, optional, toJsonColumn, toNumber } from './jsonColumn';
import type { FindingRow, FindingValueRow } from './rows';
import { toSuppression } from './suppressionRows';

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
    suppression: toSuppression(row),
    subject: fromJsonColumn(row.subject),
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
    suppression: toJsonColumn(finding.suppression),
    suppression_rule_id: finding.suppression?.ruleId ?? null,
    subject: toJsonColumn(finding.subject),
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

export function toValue(row: FindingValueRow): FindingValueRecord {
  return {
    findingId: row.finding_id,
    at: Number(row.at),
    liveDigest: row.live_digest,
    manager: optional(row.manager),
    value: fromJsonColumn(row.value),
  };
}

export function fromValue(value: FindingValueRecord): FindingValueRow {
  return {
    finding_id: value.findingId,
    at: value.at,
    live_digest: value.liveDigest,
    manager: value.manager ?? null,
    value: toJsonColumn(value.value),
  };
}
