import type { Knex } from 'knex';
import { decodeCursor, pageOf } from '../../database/keysetCursor';
import type {
  FrictionEventFilter,
  FrictionEventRecord,
} from '../FrictionStore';
import { toRecord, type FrictionEventRow } from './FrictionEventRow';

/** Adds the conditions of a filter to a query over `friction_events`. */
export function filterFriction<T extends Knex.QueryBuilder>(
  query: T,
  filter: FrictionEventFilter,
): T {
  query.where('entity_ref', filter.entityRef);
  if (filter.rules) {
    query.whereIn('rule_id', filter.rules);
  }
  if (filter.clusters) {
    query.whereIn('cluster', filter.clusters);
  }
  if (filter.from !== undefined) {
    query.where('time', '>=', filter.from);
  }
  if (filter.to !== undefined) {
    query.where('time', '<', filter.to);
  }
  return query;
}

/** A page of an entity's friction events, newest first. */
export async function listFriction(
  knex: Knex,
  filter: FrictionEventFilter,
  page: { cursor?: string; limit: number },
): Promise<{
  items: FrictionEventRecord[];
  total: number;
  nextCursor?: string;
}> {
  const after = decodeCursor(page.cursor, ['number', 'string']);
  const query = filterFriction(
    knex<FrictionEventRow>('friction_events'),
    filter,
  )
    .orderBy([
      { column: 'time', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit + 1);
  if (after) {
    query.whereRaw('(time, id) < (?, ?)', after);
  }
  const rows: FrictionEventRow[] = await query;
  const { rows: shown, nextCursor } = pageOf(rows, page.limit, row => [
    Number(row.time),
    row.id,
  ]);
  const [{ count }] = await filterFriction(
    knex('friction_events'),
    filter,
  ).count({ count: '*' });
  return { items: shown.map(toRecord), total: Number(count), nextCursor };
}
