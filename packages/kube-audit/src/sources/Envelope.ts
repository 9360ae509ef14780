import type { AuditEvent } from '../event/AuditEvent';
import type { JsonObject } from '../event/json';

/**
 * What an envelope holds: an event, parts that are texts of their own, or a
 * reason why it is not for us.
 */
export type Unwrapped =
  | { event: AuditEvent }
  | { parts: Part[] }
  | { skip: string };

/** One item inside an envelope, already a value of its own. */
export interface Part {
  /** JSON text of the item. */
  text: string;
  /** RFC 3339 time of the envelope, for an item that was cut before its own. */
  time?: string;
}

/** One shape in which audit events travel. */
export interface EnvelopeAdapter {
  name: string;
  /** Undefined when the value is not of this shape. */
  unwrap(value: JsonObject): Unwrapped | undefined;
}
