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
  const storedId = (auditID: string | undefined, time?: string) =>
    auditID === undefined ? undefined : evidence.find(auditID, time)?.id;
  const { auditID, time, eventIDs = [] } = attribution;
  const request =
    auditID === undefined ? undefined : evidence.find(auditID, time);
  const lines = attribution.evidence.map(line => ({
    kind: line.kind,
    text: line.text,
    holds: line.holds,
    eventId: storedId(line.auditID, line.time),
  }));
  const eventIds = new Set([
    ...(request ? [request.id] : []),
    ...eventIDs.flatMap(id => storedId(id, time) ?? []),
    ...lines.flatMap(({ eventId }) => eventId ?? []),
  ]);
  return {
    level: attribution.level,
    principals: attribution.principals,
    people: attribution.principals.filter(name => evidence.people.has(name)),
    auditID,
    eventIds: [...eventIds],
    command: request?.command,
    actorClass: request?.actor.class,
    wording:
      attribution.level === 'none' ? firstSeen(window) : attribution.wording,
    time: time && new Date(time).toISOString(),
    evidence: lines,
  };
}

/** The looks themselves: attribution gets them with a tolerance for clocks, which is no time that anybody measured. */
function firstSeen({ from, to }: FindingWindow): string {
  const seen = new Date(to).toISOString();
  return from === undefined
    ? `there when it was first looked at, ${seen}`
    : `first seen between ${new Date(from).toISOString()} and ${seen}`;
}
