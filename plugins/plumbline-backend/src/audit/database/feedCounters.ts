import type { Knex } from 'knex';
import type { FeedRecord, RecordResult } from '../AuditStore';
import type { StoredAuditEvent } from '../StoredAuditEvent';

interface FeedRow {
  cluster: string;
  last_received_at: number | string | null;
  last_event_at: number | string | null;
  stored: number | string;
  duplicates: number | string;
  quarantined: number | string;
}

/** Adds what a batch brought to the counters of its cluster. Writers are one at a time, see `recordBatch`. */
export async function countFeed(
  transaction: Knex.Transaction,
  cluster: string,
  fresh: StoredAuditEvent[],
  now: number,
  counts: RecordResult,
): Promise<void> {
  const before: FeedRow | undefined = await transaction('audit_feeds')
    .where({ cluster })
    .first();
  const lastEventAt = fresh.reduce<number | null>(
    (latest, { event }) =>
      Math.max(latest ?? -Infinity, Math.floor(event.timeMicros / 1000)),
    before?.last_event_at ? Number(before.last_event_at) : null,
  );
  const row: FeedRow = {
    cluster,
    last_received_at: now,
    last_event_at: lastEventAt,
    stored: Number(before?.stored ?? 0) + counts.stored,
    duplicates: Number(before?.duplicates ?? 0) + counts.duplicates,
    quarantined: Number(before?.quarantined ?? 0) + counts.quarantined,
  };
  await transaction('audit_feeds').insert(row).onConflict('cluster').merge();
  await countDays(transaction, cluster, fresh);
}

async function countDays(
  transaction: Knex.Transaction,
  cluster: string,
  fresh: StoredAuditEvent[],
): Promise<void> {
  const days = new Map<string, number>();
  for (const { event } of fresh) {
    const day = event.time.slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  for (const [day, events] of days) {
    await transaction('audit_feed_days')
      .insert({ cluster, day, events })
      .onConflict(['cluster', 'day'])
      .merge({
        events: transaction.raw('audit_feed_days.events + excluded.events'),
      });
  }
}

/** Counters of all clusters that ever sent something. */
export async function readFeeds(knex: Knex): Promise<FeedRecord[]> {
  const rows: FeedRow[] = await knex('audit_feeds').orderBy('cluster');
  return rows.map(row => ({
    cluster: row.cluster,
    lastReceivedAt: optionalNumber(row.last_received_at),
    lastEventAt: optionalNumber(row.last_event_at),
    stored: Number(row.stored),
    duplicates: Number(row.duplicates),
    quarantined: Number(row.quarantined),
  }));
}

/** Days on which events of the clusters arrived. */
export async function readFeedDays(
  knex: Knex,
  clusters: string[],
  fromDay: string,
): Promise<{ cluster: string; day: string; count: number }[]> {
  const rows = await knex('audit_feed_days')
    .whereIn('cluster', clusters)
    .where('day', '>=', fromDay)
    .orderBy(['cluster', 'day']);
  return rows.map(({ cluster, day, events }) => ({
    cluster,
    day,
    count: Number(events),
  }));
}

function optionalNumber(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
