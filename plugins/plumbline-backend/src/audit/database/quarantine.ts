import type { Knex } from 'knex';
import type { QuarantinedItem } from '../AuditStore';
import { inChunks } from '../../database/inChunks';
import { decodeCursor, pageOf } from '../../database/keysetCursor';
import { sortableId } from '../../database/sortableId';

const ROWS_PER_STATEMENT = 100;

interface QuarantineRow {
  id: string;
  cluster: string;
  digest: string;
  received_at: number | string;
  reason: string;
  excerpt: string;
  bytes: number | string;
}

/** Keeps what could not be read; the same item once. @returns how many were new */
export async function insertQuarantine(
  transaction: Knex.Transaction,
  items: QuarantinedItem[],
  now: number,
): Promise<number> {
  const distinct = [
    ...new Map(items.map(item => [item.digest, item])).values(),
  ];
  let inserted = 0;
  for (const chunk of inChunks(distinct, ROWS_PER_STATEMENT)) {
    const known = new Set<string>(
      await transaction('audit_quarantine')
        .where({ cluster: chunk[0].cluster })
        .whereIn(
          'digest',
          chunk.map(item => item.digest),
        )
        .pluck('digest'),
    );
    const rows = chunk
      .filter(item => !known.has(item.digest))
      .map(item => ({ id: sortableId(now), received_at: now, ...item }));
    if (rows.length > 0) {
      await transaction('audit_quarantine').insert(rows);
    }
    inserted += rows.length;
  }
  return inserted;
}

/** A page of quarantined items, newest first. */
export async function listQuarantine(
  knex: Knex,
  filter: { clusters?: string[] },
  page: { cursor?: string; limit: number },
): Promise<{
  items: (QuarantinedItem & { id: string; receivedAt: number })[];
  nextCursor?: string;
}> {
  const after = decodeCursor(page.cursor, ['number', 'string']);
  const query = knex<QuarantineRow>('audit_quarantine')
    .orderBy([
      { column: 'received_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit + 1);
  if (filter.clusters) {
    query.whereIn('cluster', filter.clusters);
  }
  if (after) {
    query.whereRaw('(received_at, id) < (?, ?)', after);
  }
  const { rows, nextCursor } = pageOf(await query, page.limit, row => [
    Number(row.received_at),
    row.id,
  ]);
  return { items: rows.map(toItem), nextCursor };
}

function toItem(
  row: QuarantineRow,
): QuarantinedItem & { id: string; receivedAt: number } {
  return {
    id: row.id,
    cluster: row.cluster,
    receivedAt: Number(row.received_at),
    reason: row.reason,
    excerpt: row.excerpt,
    digest: row.digest,
    bytes: Number(row.bytes),
  };
}
