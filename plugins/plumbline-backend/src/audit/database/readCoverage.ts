import type { Knex } from 'knex';
import type { CoverageQuery, FeedCoverage } from '../AuditStore';

/** Steps by which one span is walked; the rest of a longer one is not searched for silence. */
const MAX_STEPS = 500;
/** What was sent in the span may arrive that much later, milliseconds. */
const LATEST_ARRIVAL = 240_000;
const MAX_UNREADABLE = 50;

/** See {@link AuditStore.coverage}. */
export async function readCoverage(
  knex: Knex,
  query: CoverageQuery,
): Promise<FeedCoverage> {
  const first = await nextEvent(knex, query.cluster, 0);
  return {
    firstEventAt: first,
    silences: first === undefined ? [] : await readSilences(knex, query, first),
    unreadable: await readUnreadable(knex, query),
  };
}

/**
 * Walks through the span from one event to the last one within the allowed silence, so that a busy feed costs one look
 * into the index per allowed silence, not one row per event. It goes backwards: what comes late weighs most.
 */
async function readSilences(
  knex: Knex,
  { cluster, from, to, silentAfter }: CoverageQuery,
  first: number,
): Promise<FeedCoverage['silences']> {
  const silences: FeedCoverage['silences'] = [];
  if (silentAfter === undefined) {
    return silences;
  }
  const start = Math.max(from, first);
  let at = to;
  for (let step = 0; at > start && step < MAX_STEPS; step++) {
    const near = await nextEvent(knex, cluster, at - silentAfter, at);
    if (near !== undefined) {
      at = near;
      continue;
    }
    const last = await lastEvent(knex, cluster, at - silentAfter);
    silences.unshift({ from: last ?? start, to: at });
    at = last ?? start;
  }
  return silences;
}

/** Time of the first event from a time on (inclusive) to another (exclusive), milliseconds. */
async function nextEvent(
  knex: Knex,
  cluster: string,
  from: number,
  before?: number,
): Promise<number | undefined> {
  const query = knex('audit_events')
    .where({ cluster })
    .where('time_us', '>=', Math.floor(from * 1000))
    .min({ time: 'time_us' });
  if (before !== undefined) {
    query.where('time_us', '<', Math.floor(before * 1000));
  }
  return timeOf(await query.first());
}

/** Time of the last event before a time, milliseconds. */
async function lastEvent(
  knex: Knex,
  cluster: string,
  before: number,
): Promise<number | undefined> {
  return timeOf(
    await knex('audit_events')
      .where({ cluster })
      .where('time_us', '<', Math.floor(before * 1000))
      .max({ time: 'time_us' })
      .first(),
  );
}

function timeOf(
  row: { time?: number | string | null } | undefined,
): number | undefined {
  return row?.time === undefined || row.time === null
    ? undefined
    : Number(row.time) / 1000;
}

async function readUnreadable(
  knex: Knex,
  { cluster, from, to }: CoverageQuery,
): Promise<FeedCoverage['unreadable']> {
  const rows: { received_at: number | string; count: number | string }[] =
    await knex('audit_quarantine')
      .where({ cluster })
      .whereBetween('received_at', [
        Math.floor(from),
        Math.ceil(to + LATEST_ARRIVAL),
      ])
      .groupBy('received_at')
      .orderBy('received_at')
      .limit(MAX_UNREADABLE)
      .select('received_at')
      .count({ count: '*' });
  return rows.map(({ received_at, count }) => ({
    receivedAt: Number(received_at),
    count: Number(count),
  }));
}
