import type { Attribution } from '@plumbline/kube-drift';
import type { FindingWindow } from '../lifecycle/window';
import type { FindingAttribution } from '../records';
import type { ObjectEvidence } from './ObjectEvidence';

/** An attribution with the stored events that it rests on, so that every claim can be looked up again. */
export function toFindingAttribution(
  attribution: Attribution,
  evidence: ObjectEvidence,
  window: FindingWindow,
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
    wording:
      attribution.level === 'none' ? firstSeen(window) : attribution.wording,
    time: attribution.time && new Date(attribution.time).toISOString(),
    evidence: attribution.evidence.map(({ kind, text, holds, auditID }) => ({
      kind,
      text,
      holds,
      eventId: storedId(auditID),
    })),
  };
}

/** The looks themselves: attribution gets them with a tolerance for clocks, which is no time that anybody measured. */
function firstSeen({ from, to }: FindingWindow): string {
  const seen = new Date(to).toISOString();
  return from === undefined
    ? `there when it was first looked at, ${seen}`
    : `first seen between ${new Date(from).toISOString()} and ${seen}`;
}
