import type { AuditEvent } from '../event/AuditEvent';

/**
 * One thing read from a source text: an event, or why there is none. `raw` is
 * the exact text it was read from (of that one item, not of its list).
 * @public
 */
export type ReadResult =
  | { event: AuditEvent; raw: string }
  | { error: string; raw: string };

/**
 * Limits of {@link readAuditEvents}. What goes beyond becomes an error item;
 * nothing is dropped without one.
 * @public
 */
export interface ReadOptions {
  /** Deepest nesting of one item. Default 256. */
  maxDepth?: number;
  /** Characters of one item. Default 4 Mi. */
  maxItemLength?: number;
  /** Items read; the rest becomes one error. Default 1 million. */
  maxItems?: number;
}

/** @internal */
export type ReadLimits = Required<ReadOptions>;

export const DEFAULT_LIMITS: ReadLimits = {
  maxDepth: 256,
  maxItemLength: 4 * 1024 * 1024,
  maxItems: 1_000_000,
};
