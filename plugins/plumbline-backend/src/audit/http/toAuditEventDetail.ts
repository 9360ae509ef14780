import type {
  AuditEventDetail,
  AuditEventRow,
  IncidentSummary,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { ReaderView } from '../../permissions';
import { peopleOf } from '../peopleOf';
import type { StoredAuditEvent } from '../StoredAuditEvent';

type JsonObject = Record<string, unknown>;

/** One event with its raw JSON and what hangs on it, as one reader sees it. */
export function toAuditEventDetail(
  stored: StoredAuditEvent,
  parts: {
    row: AuditEventRow;
    related: AuditEventRow[];
    incidents: IncidentSummary[];
  },
  view: ReaderView,
): AuditEventDetail {
  const { event } = stored;
  const raw = rawObjectOf(stored);
  const people = peopleOf(stored);
  const hides = !view.revealsActors && people.length > 0;
  const detail = {
    raw: hides ? withoutIdentity(raw) : raw,
    requestURI: event.requestURI,
    flags: event.flags,
  };
  return {
    ...view.hidePeople(detail, people),
    event: parts.row,
    rawBytes: Buffer.byteLength(stored.raw),
    durationMs: durationOf(stored),
    userAgent: event.userAgent,
    sourceIP: hides ? undefined : event.sourceIP,
    fieldManager: event.fieldManager,
    related: parts.related,
    incidents: parts.incidents,
  };
}

/** Cloud log pipelines cut events; what is left of such a one is not JSON. */
function rawObjectOf({ raw, event }: StoredAuditEvent): JsonObject {
  try {
    const value: unknown = JSON.parse(raw);
    return isObject(value) ? value : { ...event.event };
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { ...event.event };
    }
    throw error;
  }
}

/** Fields that tell a person as surely as the name does. */
function withoutIdentity(raw: JsonObject): JsonObject {
  const { sourceIPs, user, impersonatedUser, ...rest } = raw;
  return {
    ...rest,
    ...(isObject(user) ? { user: onlyName(user) } : {}),
    ...(isObject(impersonatedUser)
      ? { impersonatedUser: onlyName(impersonatedUser) }
      : {}),
  };
}

function onlyName({ username, groups }: JsonObject): JsonObject {
  return { username, groups };
}

function durationOf({ event }: StoredAuditEvent): number | undefined {
  const received = event.receivedTimeMicros;
  return received === undefined
    ? undefined
    : Math.max(0, event.timeMicros - received) / 1000;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
