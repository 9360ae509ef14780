import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import type { FrictionEventRecord } from '../FrictionStore';
import { toRow } from './FrictionEventRow';
import { addToDays, lockHalfLife } from './weights';

const ROWS_PER_STATEMENT = 100;

/** Adds acts that are not known yet, and their points to the sums of their days. */
export async function recordFriction(
  transaction: Knex.Transaction,
  events: FrictionEventRecord[],
): Promise<number> {
  if (events.length === 0) {
    return 0;
  }
  const halfLifeDays = await lockHalfLife(transaction);
  if (halfLifeDays === undefined) {
    throw new ConflictError('The friction store was not created yet');
  }
  // The first event of an act tells what it was; what follows belongs to it.
  const acts = new Map<string, FrictionEventRecord>();
  for (const event of events) {
    if (!acts.has(event.act)) acts.set(event.act, event);
  }
  let recorded = 0;
  for (const chunk of inChunks([...acts.values()], ROWS_PER_STATEMENT)) {
    const known = new Set<string>(
      await transaction('friction_events')
        .whereIn(
          'act',
          chunk.map(event => event.act),
        )
        .pluck('act'),
    );
    const rows = chunk.filter(event => !known.has(event.act)).map(toRow);
    if (rows.length > 0) {
      await transaction('friction_events').insert(rows);
      await addToDays(transaction, rows, halfLifeDays);
    }
    recorded += rows.length;
  }
  return recorded;
}
