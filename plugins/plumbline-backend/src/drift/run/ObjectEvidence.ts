import type { AuditStore, StoredAuditEvent } from '../../audit';
import { peopleOf } from '../../audit/peopleOf';
import type { DeclaredObject } from './declaredObject';

/** Requests about one object that are looked at, the newest ones. */
const MAX_EVENTS = 200;
/** Clocks of API servers and of this machine may differ by that much, milliseconds. */
export const CLOCK_TOLERANCE = 5_000;

/** Stored requests about one object. */
export interface ObjectEvidence {
  events: StoredAuditEvent[];
  /**
   * The stored event of a request. Clients choose audit IDs, so two requests may have the same one: the time as the event
   * gives it tells which is meant; without it an ID that is not the only one stands for none.
   */
  find(auditID: string, time?: string): StoredAuditEvent | undefined;
  /** Names in the events that are those of people. */
  people: ReadonlySet<string>;
}

/** Reads what the audit log says of an object, up to the moment when it was looked at. */
export async function readEvidence(
  audit: Pick<AuditStore, 'objectEvents'>,
  cluster: string,
  object: DeclaredObject,
  observedAt: number,
): Promise<ObjectEvidence> {
  const events = object.resource
    ? await audit.objectEvents({
        cluster,
        apiGroup: object.apiGroup,
        resource: object.resource.plural,
        namespace: object.namespace,
        name: object.name,
        until: (observedAt + CLOCK_TOLERANCE) * 1000,
        limit: MAX_EVENTS,
      })
    : [];
  return {
    events,
    find: (auditID, time) => {
      const found = events.filter(({ event }) => event.auditID === auditID);
      const meant = found.filter(({ event }) => event.time === time);
      const requests = new Set(found.map(({ requestKey }) => requestKey));
      // The last stage of a request is the one that an attribution rests on.
      return meant.at(-1) ?? (requests.size === 1 ? found.at(-1) : undefined);
    },
    people: new Set(events.flatMap(peopleOf)),
  };
}
