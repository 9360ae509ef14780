import type { Knex } from 'knex';
import type { UnattributedObjects } from '../AuditStore';
import { toSummary, type AuditEventRow } from './AuditEventRow';
import { decodeCursor, pageOf } from '../../database/keysetCursor';

interface GroupRow {
  cluster: string;
  api_group: string;
  resource: string;
  namespace: string | null;
  name: string | null;
  count: number | string;
  last_sequence: number | string;
  last_time: number | string;
}

const OBJECT_COLUMNS = [
  'cluster',
  'api_group',
  'resource',
  'namespace',
  'name',
];

/** Objects whose events belong to no or to more than one entity; those with the newest events first. */
export async function listUnattributed(
  knex: Knex,
  filter: { clusters?: string[] },
  page: { cursor?: string; limit: number },
): Promise<UnattributedObjects> {
  const after = decodeCursor(page.cursor, ['number']);
  const events = () => {
    const query = knex('audit_events').whereNotNull('resource');
    return filter.clusters ? query.whereIn('cluster', filter.clusters) : query;
  };
  const groups = events()
    .whereNull('entity_ref')
    .groupBy(OBJECT_COLUMNS)
    .count({ count: '*' })
    .max({ last_sequence: 'sequence' })
    .max({ last_time: 'time_us' })
    .orderBy('last_sequence', 'desc')
    .limit(page.limit + 1)
    .select<GroupRow[]>(OBJECT_COLUMNS);
  if (after) {
    groups.havingRaw('max(sequence) < ?', after);
  }
  const { rows, nextCursor } = pageOf(await groups, page.limit, row => [
    Number(row.last_sequence),
  ]);
  const resolutions = await resolutionsOf(knex, rows);
  const [total] = await events().count({ count: '*' });
  const [unattributed] = await events()
    .whereNull('entity_ref')
    .count({ count: '*' });
  return {
    items: rows.map(row => ({
      cluster: row.cluster,
      apiGroup: row.api_group,
      resource: row.resource,
      namespace: row.namespace ?? undefined,
      name: row.name ?? undefined,
      count: Number(row.count),
      reason: resolutions.get(Number(row.last_sequence))?.reason ?? '',
      candidates: resolutions.get(Number(row.last_sequence))?.candidates ?? [],
      lastEventAt: Math.floor(Number(row.last_time) / 1000),
    })),
    totalEvents: Number(total.count),
    unattributedEvents: Number(unattributed.count),
    nextCursor,
  };
}

async function resolutionsOf(knex: Knex, rows: GroupRow[]) {
  const events: AuditEventRow[] = await knex('audit_events').whereIn(
    'sequence',
    rows.map(row => row.last_sequence),
  );
  return new Map(
    events.map(row => [Number(row.sequence), toSummary(row, []).resolution]),
  );
}
