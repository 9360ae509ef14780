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
  byAuditId: ReadonlyMap<string, StoredAuditEvent>;
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
    // The last stage of a request is the one that an attribution rests on.
    byAuditId: new Map(events.map(event => [event.event.auditID, event])),
    people: new Set(events.flatMap(peopleOf)),
  };
}
