import type {
  Actor,
  Command,
  NormalizedEvent,
  RuleMatch,
} from '@plumbline/kube-audit';
import type { ObjectResolution } from '../catalog';

/** What is known of an audit event without its bodies: enough for every list. */
export interface ExplainedAuditEvent {
  /** Sortable by event time; the public id. */
  id: string;
  cluster: string;
  event: Omit<NormalizedEvent, 'event'>;
  actor: Actor;
  sentence: string;
  command: Command | undefined;
  rules: RuleMatch[];
  resolution: ObjectResolution;
  /** A read or a controller's write, which lists fold away. */
  routine: boolean;
}

/** An audit event on its way into the store: read, explained and resolved, not yet known to be new. */
export interface AcceptedAuditEvent extends ExplainedAuditEvent {
  /** Row key of the event, see `auditEventKey` of kube-audit. */
  key: string;
  /** Shared by all stages (and transports) of one request. */
  requestKey: string;
  event: NormalizedEvent;
  /** The event as it came, bodies of sensitive kinds removed. JSON text, unless the source cut it. */
  raw: string;
}

/** When and in which order the store took an event. */
interface Storing {
  /** Order of storing, for the live tail. */
  sequence: number;
  /** Clock of the database. Milliseconds since the epoch. */
  receivedAt: number;
}

/** An audit event of the store, without its bodies. */
export interface AuditEventSummary extends ExplainedAuditEvent, Storing {
  requestKey: string;
}

/** An audit event of the store, whole. */
export interface StoredAuditEvent extends AcceptedAuditEvent, Storing {}
