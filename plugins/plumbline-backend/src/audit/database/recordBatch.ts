import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { QuarantinedItem, RecordResult } from '../AuditStore';
import type { IngestParticipant } from '../IngestParticipant';
import type { AcceptedAuditEvent, StoredAuditEvent } from '../StoredAuditEvent';
import { toRow, toRuleRows, type IsFriction } from './AuditEventRow';
import { boundText } from '../../database/boundText';
import { countFeed } from './feedCounters';
import { inChunks } from '../../database/inChunks';
import { insertQuarantine } from './quarantine';

/** Rows of one statement; SQLite builds a multi-row insert as a compound select, which it limits. */
const ROWS_PER_STATEMENT = 100;
const KEYS_PER_STATEMENT = 500;

/** What {@link recordBatch} did; `fresh` are the events that were new. */
export interface RecordedBatch {
  result: RecordResult;
  fresh: StoredAuditEvent[];
}

/** What is to be stored, and who takes part. */
export interface Batch {
  cluster: string;
  events: AcceptedAuditEvent[];
  quarantined: QuarantinedItem[];
  participants: IngestParticipant[];
}

/** Stores a batch inside a transaction. */
export async function recordBatch(
  transaction: Knex.Transaction,
  { cluster, events, quarantined, participants }: Batch,
  isFriction: IsFriction,
): Promise<RecordedBatch> {
  const now = await databaseTime(transaction);
  const sequence = await lockSequence(transaction);
  const unknown = await withoutStored(transaction, distinctByKey(events));
  const fresh = unknown.map((event, i) => ({
    ...event,
    sequence: sequence + i + 1,
    receivedAt: now,
  }));
  await insertEvents(transaction, fresh, isFriction);
  await noteEntities(transaction, cluster, fresh);
  await transaction('audit_sequence')
    .where({ id: 1 })
    .update({ value: sequence + fresh.length });
  const newItems = await insertQuarantine(transaction, quarantined, now);
  const result = {
    stored: fresh.length,
    duplicates: events.length - fresh.length,
    quarantined: quarantined.length,
  };
  await countFeed(transaction, cluster, fresh, now, {
    ...result,
    quarantined: newItems,
  });
  if (fresh.length > 0) {
    for (const participant of participants) {
      await participant.inTransaction?.(transaction, fresh);
    }
  }
  return { result, fresh };
}

async function databaseTime(knex: Knex): Promise<number> {
  if (knex.client.config.client !== 'pg') {
    return Date.now();
  }
  const { rows } = await knex.raw(
    'select floor(extract(epoch from clock_timestamp()) * 1000) as now',
  );
  return Number(rows[0].now);
}

/**
 * Lets one writer at a time past, until it commits. So a sequence never becomes visible after a higher one, which a
 * live tail would miss; what is already stored stays so between look-up and insert; and participants that add to the
 * same buckets cannot deadlock.
 */
async function lockSequence(transaction: Knex.Transaction): Promise<number> {
  const row = await transaction('audit_sequence')
    .where({ id: 1 })
    .forUpdate()
    .first('value');
  return Number(row.value);
}

function distinctByKey(events: AcceptedAuditEvent[]): AcceptedAuditEvent[] {
  return [...new Map(events.map(event => [event.key, event])).values()];
}

async function withoutStored(
  transaction: Knex.Transaction,
  events: AcceptedAuditEvent[],
): Promise<AcceptedAuditEvent[]> {
  const stored = new Set<string>();
  for (const chunk of inChunks(events, KEYS_PER_STATEMENT)) {
    const keys: string[] = await transaction('audit_events')
      .whereIn(
        'event_key',
        chunk.map(event => event.key),
      )
      .pluck('event_key');
    keys.forEach(key => stored.add(key));
  }
  return events.filter(event => !stored.has(event.key));
}

async function insertEvents(
  transaction: Knex.Transaction,
  events: StoredAuditEvent[],
  isFriction: IsFriction,
): Promise<void> {
  for (const chunk of inChunks(events, ROWS_PER_STATEMENT)) {
    await transaction('audit_events').insert(
      chunk.map(event =>
        toRow(event, event.sequence, event.receivedAt, isFriction),
      ),
    );
    await transaction('audit_event_bodies').insert(
      chunk.map(({ sequence, raw }) => ({ sequence, raw })),
    );
    const rules = chunk.flatMap(event => toRuleRows(event, event.sequence));
    for (const rows of inChunks(rules, ROWS_PER_STATEMENT)) {
      await transaction('audit_event_rules').insert(rows);
    }
    // SQLite works in this thread: others get their turn.
    await nextTurn();
  }
}

/** Lists ask which entities there are; the events are too many to be asked. */
async function noteEntities(
  transaction: Knex.Transaction,
  cluster: string,
  events: StoredAuditEvent[],
): Promise<void> {
  const refs = new Set(
    events.flatMap(({ resolution }) => resolution.entityRef ?? []),
  );
  for (const chunk of inChunks([...refs], ROWS_PER_STATEMENT)) {
    await transaction('audit_entities')
      .insert(chunk.map(ref => ({ entity_ref: boundText(ref, 512), cluster })))
      .onConflict(['entity_ref', 'cluster'])
      .ignore();
  }
}
