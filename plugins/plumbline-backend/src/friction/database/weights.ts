import type { Knex } from 'knex';
import { DAY, startOfDay } from '../score/decay';
import type { FrictionEventRow } from './FrictionEventRow';

/** Rows of one look when the weights are summed anew. */
const ROWS_PER_READ = 5_000;
const ROWS_PER_STATEMENT = 100;

/** A row of `friction_days`. */
interface FrictionDayRow {
  entity_ref: string;
  rule_id: string;
  day: number;
  points: number;
  weight: number;
  events: number;
}

type Counted = Pick<
  FrictionEventRow,
  'entity_ref' | 'rule_id' | 'points' | 'time'
>;

/** Locks the sums against other writers. @returns the half-life that they are summed with */
export async function lockHalfLife(
  transaction: Knex.Transaction,
): Promise<number | undefined> {
  const row = await transaction('friction_parameters')
    .where({ id: 1 })
    .forUpdate()
    .first('half_life_days');
  return row.half_life_days === null ? undefined : Number(row.half_life_days);
}

/** Sums the weights of all days anew when the half-life is another than the last time. */
export async function ensureHalfLife(
  knex: Knex,
  halfLifeDays: number,
): Promise<void> {
  await knex.transaction(async transaction => {
    if ((await lockHalfLife(transaction)) === halfLifeDays) {
      return;
    }
    await transaction('friction_days').delete();
    let after: string | undefined;
    for (;;) {
      const query = transaction<FrictionEventRow>('friction_events')
        .whereNotNull('entity_ref')
        .orderBy('id')
        .limit(ROWS_PER_READ);
      const rows: FrictionEventRow[] = await (after === undefined
        ? query
        : query.where('id', '>', after));
      if (rows.length === 0) break;
      await addToDays(transaction, rows, halfLifeDays);
      after = rows[rows.length - 1].id;
    }
    await transaction('friction_parameters')
      .where({ id: 1 })
      .update({ half_life_days: halfLifeDays });
  });
}

/** Adds events to the sums of their days. Those without an entity count for nobody. */
export async function addToDays(
  transaction: Knex.Transaction,
  events: Counted[],
  halfLifeDays: number,
): Promise<void> {
  const sums = [...sumByDay(events, halfLifeDays).values()];
  for (let at = 0; at < sums.length; at += ROWS_PER_STATEMENT) {
    await transaction('friction_days')
      .insert(sums.slice(at, at + ROWS_PER_STATEMENT))
      .onConflict(['entity_ref', 'rule_id', 'day'])
      .merge({
        points: transaction.raw('friction_days.points + excluded.points'),
        weight: transaction.raw('friction_days.weight + excluded.weight'),
        events: transaction.raw('friction_days.events + excluded.events'),
      });
  }
}

function sumByDay(
  events: Counted[],
  halfLifeDays: number,
): Map<string, FrictionDayRow> {
  const sums = new Map<string, FrictionDayRow>();
  for (const { entity_ref, rule_id, points, time } of events) {
    if (entity_ref === null) continue;
    const day = startOfDay(Number(time));
    const key = JSON.stringify([entity_ref, rule_id, day]);
    const sum = sums.get(key) ?? {
      entity_ref,
      rule_id,
      day,
      points: 0,
      weight: 0,
      events: 0,
    };
    sum.points += points;
    sum.weight += points * 2 ** ((Number(time) - day) / DAY / halfLifeDays);
    sum.events += 1;
    sums.set(key, sum);
  }
  return sums;
}
