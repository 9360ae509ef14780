import type {
  FindingRecord,
  IncidentHistoryRecord,
  IncidentRecord,
} from '../records';
import { timeOfWrite } from './attributionLevels';
import { stateWithoutAcknowledgement } from './changeState';

/** Times of coming back that are kept, enough to see a fight. */
const KEPT_TIMES = 10;

/** A resolved incident whose difference is back. */
export interface Reopened {
  incident: IncidentRecord;
  kind: IncidentHistoryRecord['kind'];
  /** @param title - of the incident as it is now */
  text(title: string): string;
}

/**
 * Takes a resolved incident up again. What is back within one interval, without a person having written it anew, is a
 * flap: a controller syncs and another undoes it. Then the incident goes on as before, with its acknowledgement, and no
 * reopening is counted; the turns are, as values, and make a fight of it. Anything else is a reopening, of which nobody
 * knows yet.
 *
 * @param members - its findings now
 */
export function reopen(
  incident: IncidentRecord,
  members: readonly FindingRecord[],
  { now, interval }: { now: number; interval: number },
): Reopened {
  const goesOn = {
    ...incident,
    resolvedAt: undefined,
    resolution: undefined,
  };
  const resolvedAt = incident.resolvedAt ?? now;
  if (
    now - resolvedAt <= interval &&
    !isWrittenByPersonSince(members, resolvedAt)
  ) {
    return {
      incident: {
        ...goesOn,
        state: incident.acknowledgement
          ? 'acknowledged'
          : stateWithoutAcknowledgement(incident),
      },
      kind: 'refreshed',
      text: title => `Gone for less than one check, and back: ${title}`,
    };
  }
  return {
    incident: {
      ...goesOn,
      state: 'reopened',
      acknowledgement: undefined,
      reopenings: incident.reopenings + 1,
      reopenedTimes: [...incident.reopenedTimes, now].slice(-KEPT_TIMES),
    },
    kind: 'reopened',
    text: title => title,
  };
}

function isWrittenByPersonSince(
  members: readonly FindingRecord[],
  time: number,
): boolean {
  // A look comes after the write that it finds, and the resolving look came after the last one.
  return members.some(
    member =>
      (member.attribution?.people.length ?? 0) > 0 &&
      (timeOfWrite(member) ?? -Infinity) > time,
  );
}
