import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import {
  peopleOf,
  toObjectRef,
  type IngestParticipant,
  type StoredAuditEvent,
} from '../audit';
import { boundText } from '../database/boundText';
import { sortableId } from '../database/sortableId';
import type { FrictionRules } from './FrictionRules';
import type { FrictionEventRecord, FrictionStore } from './FrictionStore';

/** Turns stored audit events that a scoring rule matched into friction events, in the same transaction. */
export class FrictionRecorder implements IngestParticipant {
  readonly #store: FrictionStore;
  readonly #rules: FrictionRules;

  constructor(options: { store: FrictionStore; rules: FrictionRules }) {
    this.#store = options.store;
    this.#rules = options.rules;
  }

  async inTransaction(
    transaction: Knex.Transaction,
    events: StoredAuditEvent[],
  ): Promise<void> {
    const records = events.flatMap(event => this.#recordsOf(event));
    await this.#store.record(transaction, records);
  }

  #recordsOf(stored: StoredAuditEvent): FrictionEventRecord[] {
    return stored.rules.flatMap(rule => {
      const points = this.#rules.pointsOf(rule);
      if (points === undefined || rule.severity === 'info') {
        return [];
      }
      const { entityRef } = stored.resolution;
      const time = Math.floor(stored.event.timeMicros / 1000);
      return [
        {
          id: sortableId(time),
          act: digest(stored.cluster, rule.id, rule.actKey),
          entityRef: entityRef && boundText(entityRef, 512),
          cluster: stored.cluster,
          ruleId: rule.id,
          severity: rule.severity,
          points,
          time,
          eventId: stored.id,
          title: rule.title,
          actor: stored.actor,
          object: stored.event.object && toObjectRef(stored.event.object),
          sentence: stored.sentence,
          command: stored.command,
          people: peopleOf(stored),
        },
      ];
    });
  }
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
