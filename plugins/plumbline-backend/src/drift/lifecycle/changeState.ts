import { ConflictError, InputError } from '@backstage/errors';
import type { IncidentChange } from '../DriftStore';
import type { IncidentHistoryRecord, IncidentRecord } from '../records';
import { sameWhenStored } from './sameWhenStored';

/** What a person asks for. */
export interface StateRequest {
  /** `open` takes an acknowledgement back. */
  state: 'acknowledged' | 'open';
  note?: string;
  /** Open again from then on, milliseconds since the epoch. */
  until?: number;
}

/** Who asks, and when. */
export interface StateRequestContext {
  /** User entity ref. */
  by: string;
  now: number;
  newId(): string;
}

/**
 * Acknowledges an incident, changes what is noted, or takes the acknowledgement back. Asking for what is already so
 * changes nothing.
 *
 * @throws ConflictError when it is resolved: it resolves and reopens by comparison
 * @throws InputError when `until` has passed
 */
export function changeState(
  incident: IncidentRecord,
  request: StateRequest,
  { by, now, newId }: StateRequestContext,
): IncidentChange {
  if (incident.state === 'resolved') {
    throw new ConflictError(
      `INC-${incident.number} is resolved: an incident resolves and reopens by comparison`,
    );
  }
  if (request.state === 'open') {
    return incident.acknowledgement
      ? {
          incident: takenBack(incident, now),
          addHistory: [
            entryOf(incident, 'refreshed', 'Acknowledgement taken back', {
              time: now,
              newId,
              author: by,
            }),
          ],
        }
      : { incident, addHistory: [] };
  }
  const { note, until } = request;
  if (until !== undefined && until <= now) {
    throw new InputError('until: it must lie in the future');
  }
  const before = incident.acknowledgement;
  if (
    before &&
    sameWhenStored(
      { by, note, until },
      { by: before.by, note: before.note, until: before.until },
    )
  ) {
    return { incident, addHistory: [] };
  }
  return {
    incident: {
      ...incident,
      state: 'acknowledged',
      acknowledgement: { by, at: now, note, until },
      firstAcknowledgedAt: incident.firstAcknowledgedAt ?? now,
      updatedAt: now,
    },
    addHistory: [
      entryOf(incident, 'acknowledged', acknowledgedText(note, until), {
        time: now,
        newId,
        author: by,
      }),
    ],
  };
}

/** Whether an acknowledgement was for a time that is over. */
export function hasLapsed(
  { state, acknowledgement }: IncidentRecord,
  now: number,
): boolean {
  return (
    state === 'acknowledged' &&
    acknowledgement?.until !== undefined &&
    acknowledgement.until <= now
  );
}

/** Opens an incident again whose acknowledgement was for a time that is over; leaves any other as it is. */
export function lapse(
  incident: IncidentRecord,
  { now, newId }: Pick<StateRequestContext, 'now' | 'newId'>,
): IncidentChange {
  return hasLapsed(incident, now)
    ? {
        incident: takenBack(incident, now),
        addHistory: [
          entryOf(
            incident,
            'refreshed',
            'The time of the acknowledgement is over',
            { time: now, newId },
          ),
        ],
      }
    : { incident, addHistory: [] };
}

/** The state of an incident that nobody acknowledged. */
export function stateWithoutAcknowledgement({
  reopenings,
}: IncidentRecord): IncidentRecord['state'] {
  return reopenings > 0 ? 'reopened' : 'open';
}

function takenBack(incident: IncidentRecord, now: number): IncidentRecord {
  return {
    ...incident,
    state: stateWithoutAcknowledgement(incident),
    acknowledgement: undefined,
    updatedAt: now,
  };
}

function acknowledgedText(
  note: string | undefined,
  until: number | undefined,
): string {
  const head =
    until === undefined
      ? 'Acknowledged'
      : `Acknowledged until ${new Date(until).toISOString()}`;
  return note ? `${head}: ${note}` : head;
}

function entryOf(
  { id }: IncidentRecord,
  kind: IncidentHistoryRecord['kind'],
  text: string,
  { time, newId, author }: { time: number; newId(): string; author?: string },
): IncidentHistoryRecord {
  return { id: newId(), incidentId: id, time, kind, text, author };
}
