import type {
  Actor,
  Command,
  NormalizedEvent,
  RuleMatch,
} from '@plumbline/kube-audit';
import type { ObjectResolution } from '../catalog';

/** An audit event on its way into the store: read, explained and resolved, not yet known to be new. */
export interface AcceptedAuditEvent {
  /** Sortable by event time; the public id. */
  id: string;
  cluster: string;
  /** Row key of the event, see `auditEventKey` of kube-audit. */
  key: string;
  /** Shared by all stages (and transports) of one request. */
  requestKey: string;
  event: NormalizedEvent;
  actor: Actor;
  sentence: string;
  command: Command | undefined;
  rules: RuleMatch[];
  resolution: ObjectResolution;
  /** A read or a controller's write, which lists fold away. */
  routine: boolean;
  /** The event as it came, bodies of sensitive kinds removed. JSON text. */
  raw: string;
}

/** An audit event of the store. */
export interface StoredAuditEvent extends AcceptedAuditEvent {
  /** Order of storing, for the live tail. */
  sequence: number;
  /** Clock of the database. Milliseconds since the epoch. */
  receivedAt: number;
}
