import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';

/** Few enough that ingest gets its turn between two steps. */
const ROWS_PER_STEP = 1000;

/**
 * Removes events and quarantined items that were received before a time, step by step, each in its own transaction.
 *
 * @param time - milliseconds since the epoch
 * @returns how many events went
 */
export async function removeBefore(
  knex: Knex,
  time: number,
  keepIds: ReadonlySet<string>,
): Promise<number> {
  let removed = 0;
  let last = -1;
  for (;;) {
    const rows: { sequence: number | string; id: string }[] = await knex(
      'audit_events',
    )
      .select('sequence', 'id')
      .where('sequence', '>', last)
      .where('received_at', '<', time)
      .orderBy('sequence')
      .limit(ROWS_PER_STEP);
    if (rows.length === 0) {
      break;
    }
    last = Number(rows[rows.length - 1].sequence);
    const gone = rows.filter(row => !keepIds.has(row.id));
    await removeEvents(
      knex,
      gone.map(row => Number(row.sequence)),
    );
    removed += gone.length;
    await nextTurn();
  }
  await removeQuarantineBefore(knex, time);
  return removed;
}

async function removeEvents(knex: Knex, sequences: number[]): Promise<void> {
  await knex.transaction(async transaction => {
    for (const chunk of inChunks(sequences, 500)) {
      for (const table of [
        'audit_event_rules',
        'audit_event_bodies',
        'audit_events',
      ]) {
        await transaction(table).whereIn('sequence', chunk).delete();
      }
    }
  });
}

async function removeQuarantineBefore(knex: Knex, time: number): Promise<void> {
  for (;;) {
    const ids: string[] = await knex('audit_quarantine')
      .where('received_at', '<', time)
      .orderBy('received_at')
      .limit(ROWS_PER_STEP)
      .pluck('id');
    if (ids.length === 0) {
      return;
    }
    for (const chunk of inChunks(ids, 500)) {
      await knex('audit_quarantine').whereIn('id', chunk).delete();
    }
    await nextTurn();
  }
}
