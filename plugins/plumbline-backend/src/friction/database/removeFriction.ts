import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { startOfDay } from '../score/decay';

const ROWS_PER_STEP = 500;

/** Removes events before a time, and the sums of the days that lie whole before it, step by step. */
export async function removeFriction(
  knex: Knex,
  time: number,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids: string[] = await knex('friction_events')
      .where('time', '<', startOfDay(time))
      .orderBy('time')
      .limit(ROWS_PER_STEP)
      .pluck('id');
    if (ids.length === 0) {
      break;
    }
    removed += await knex('friction_events').whereIn('id', ids).delete();
    await nextTurn();
  }
  for (;;) {
    const days: (number | string)[] = await knex('friction_days')
      .where('day', '<', startOfDay(time))
      .distinct('day')
      .orderBy('day')
      .limit(1)
      .pluck('day');
    if (days.length === 0) {
      return removed;
    }
    await knex('friction_days').where('day', Number(days[0])).delete();
    await nextTurn();
  }
}
