import type { Knex } from 'knex';
import type { FrictionEventRow } from './FrictionEventRow';
import { addToDays, lockHalfLife } from './weights';

/** Gives friction events that belong to nobody yet to an entity, and their points to its days. */
export async function attributeFriction(
  transaction: Knex.Transaction,
  eventIds: string[],
  entityRef: string,
): Promise<void> {
  const halfLifeDays = await lockHalfLife(transaction);
  const unattributed = () =>
    transaction<FrictionEventRow>('friction_events')
      .whereIn('event_id', eventIds)
      .whereNull('entity_ref');
  const rows: FrictionEventRow[] = await unattributed();
  if (rows.length === 0 || halfLifeDays === undefined) {
    return;
  }
  await unattributed().update({ entity_ref: entityRef });
  await addToDays(
    transaction,
    rows.map(row => ({ ...row, entity_ref: entityRef })),
    halfLifeDays,
  );
}
