import type { Knex } from 'knex';
import type { StoredAuditEvent } from './StoredAuditEvent';

/** A domain that takes part when audit events are stored. */
export interface IngestParticipant {
  /**
   * Runs inside the transaction that stores the events; only events that are new are given.
   * Whatever it throws rolls the whole batch back, so that nothing is accepted that is not kept.
   */
  inTransaction?(
    transaction: Knex.Transaction,
    events: StoredAuditEvent[],
  ): Promise<void>;
  /** Runs after the commit; must not throw, the events are kept already. */
  afterCommit?(events: StoredAuditEvent[]): void;
}
