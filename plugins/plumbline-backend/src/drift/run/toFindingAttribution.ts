import type { Attribution } from '@plumbline/kube-drift';
import type { FindingAttribution } from '../records';
import type { ObjectEvidence } from './ObjectEvidence';

/** An attribution with the stored events that it rests on, so that every claim can be looked up again. */
export function toFindingAttribution(
  attribution: Attribution,
  evidence: ObjectEvidence,
): FindingAttribution {
  const storedId = (auditID: string | undefined) =>
    auditID === undefined ? undefined : evidence.byAuditId.get(auditID)?.id;
  const auditIDs = new Set([
    ...(attribution.auditID === undefined ? [] : [attribution.auditID]),
    ...(attribution.eventIDs ?? []),
    ...attribution.evidence.flatMap(({ auditID }) => auditID ?? []),
  ]);
  const command =
    attribution.auditID === undefined
      ? undefined
      : evidence.byAuditId.get(attribution.auditID)?.command;
  return {
    level: attribution.level,
    principals: attribution.principals,
    people: attribution.principals.filter(name => evidence.people.has(name)),
    auditID: attribution.auditID,
    eventIds: [...auditIDs].flatMap(id => storedId(id) ?? []),
    command,
    wording: attribution.wording,
    time: attribution.time && new Date(attribution.time).toISOString(),
    evidence: attribution.evidence.map(({ kind, text, holds, auditID }) => ({
      kind,
      text,
      holds,
      eventId: storedId(auditID),
    })),
  };
}
