import type { Knex } from 'knex';
import { boundText } from '../../database/boundText';
import { sortableId } from '../../database/sortableId';
import type { SyncRecord, TargetLook, TargetSyncRecord } from '../records';
import { optional, toNumber } from './jsonColumn';

type BigInteger = number | string;

interface SyncRow {
  id: string;
  target_id: string;
  controller: string;
  revision: string | null;
  phase: string | null;
  initiated_by: string | null;
  applied_at: BigInteger | null;
  seen_at: BigInteger;
  happened_at: BigInteger;
}

const TABLE = 'drift_syncs';
/** Of the columns for texts that clusters choose, in bytes. */
const MAX_TEXT = 255;

/** Appends what the controller applied, when it is not what it said at the last look. */
export async function writeSync(
  transaction: Knex.Transaction,
  targetId: string,
  { sync, lookedAt }: TargetLook,
): Promise<void> {
  if (!sync || (sync.revision === undefined && sync.appliedAt === undefined)) {
    return;
  }
  const last = await transaction<SyncRow>(TABLE)
    .where({ target_id: targetId })
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .first();
  const next = toRow(targetId, sync, lookedAt);
  if (!last || isAnother(last, next)) {
    await transaction<SyncRow>(TABLE).insert(next);
  }
}

/** Newest first. */
export async function listSyncs(
  knex: Knex,
  targetId: string,
  span: { from?: number; to?: number; limit: number },
): Promise<SyncRecord[]> {
  const { from, to, limit } = span;
  const rows = await knex<SyncRow>(TABLE)
    .where({ target_id: targetId })
    .modify(query => {
      if (from !== undefined) {
        query.where('happened_at', '>=', from);
      }
      if (to !== undefined) {
        query.where('happened_at', '<=', to);
      }
    })
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  return rows.map(fromRow);
}

/** Forgets what was seen before the time, in chunks. */
export async function removeSyncsBefore(
  knex: Knex,
  time: number,
): Promise<void> {
  for (;;) {
    const ids = await knex<SyncRow>(TABLE)
      .where('seen_at', '<', time)
      .limit(500)
      .pluck('id');
    if (ids.length === 0) {
      return;
    }
    await knex<SyncRow>(TABLE).whereIn('id', ids).delete();
  }
}

/** A phase alone is none: it goes through several within one sync. */
function isAnother(last: SyncRow, next: SyncRow): boolean {
  return (
    last.controller !== next.controller ||
    last.revision !== next.revision ||
    toNumber(last.applied_at) !== toNumber(next.applied_at)
  );
}

function toRow(
  targetId: string,
  sync: TargetSyncRecord,
  seenAt: number,
): SyncRow {
  return {
    id: sortableId(seenAt),
    target_id: targetId,
    controller: sync.controller,
    revision: bounded(sync.revision),
    phase: bounded(sync.phase),
    initiated_by: bounded(sync.initiatedBy),
    applied_at: sync.appliedAt ?? null,
    seen_at: seenAt,
    happened_at: sync.appliedAt ?? seenAt,
  };
}

function bounded(text: string | undefined): string | null {
  return text === undefined ? null : boundText(text, MAX_TEXT);
}

function fromRow(row: SyncRow): SyncRecord {
  return {
    id: row.id,
    targetId: row.target_id,
    controller: row.controller,
    revision: optional(row.revision),
    phase: optional(row.phase),
    initiatedBy: optional(row.initiated_by),
    appliedAt: toNumber(row.applied_at),
    seenAt: Number(row.seen_at),
  };
}
