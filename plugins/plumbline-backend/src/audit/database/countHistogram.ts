import type { AuditEventFacets } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import type { AuditEventFilter } from '../AuditStore';
import { filterEvents } from './filterEvents';

type Histogram = AuditEventFacets['histogram'];

interface BucketRow {
  bucket: number | string;
  count: number | string;
  friction: number | string | null;
}

const MICROS_PER_SECOND = 1_000_000;
const MAX_BUCKETS = 60;
/** Widths that a reader can name: 1, 5, 15 minutes, 1, 3, 6 hours, 1, 7, 30 days, a year. */
const BUCKET_SECONDS = [
  60, 300, 900, 3600, 10_800, 21_600, 86_400, 604_800, 2_592_000, 31_536_000,
];

/** Counts events over time, in at most some sixty buckets of a width that a reader can name. Empty buckets are left out. */
export async function countHistogram(
  knex: Knex,
  filter: AuditEventFilter,
): Promise<Histogram> {
  const range = await rangeOf(knex, filter);
  const bucketSeconds = bucketFor((range.to - range.from) / MICROS_PER_SECOND);
  const micros = bucketSeconds * MICROS_PER_SECOND;
  // Literals, since SQLite binds numbers as reals and would divide as such; the width is one of the list above.
  const rows = await filterEvents(knex('audit_events'), filter)
    .count({ count: '*' })
    .groupByRaw(`audit_events.time_us / ${micros}`)
    .orderBy('bucket')
    .select<BucketRow[]>([
      knex.raw(`audit_events.time_us / ${micros} as bucket`),
      knex.raw(
        'sum(case when audit_events.friction then 1 else 0 end) as friction',
      ),
    ]);
  return {
    from: isoOf(range.from),
    to: isoOf(range.to),
    bucketSeconds,
    buckets: rows.map(row => ({
      time: isoOf(Number(row.bucket) * micros),
      count: Number(row.count),
      friction: Number(row.friction ?? 0),
    })),
  };
}

async function rangeOf(
  knex: Knex,
  filter: AuditEventFilter,
): Promise<{ from: number; to: number }> {
  const [found] = await filterEvents(knex('audit_events'), filter)
    .min({ first: 'audit_events.time_us' })
    .max({ last: 'audit_events.time_us' });
  const now = Date.now() * 1000;
  const to = filter.to ?? (found.last === null ? now : Number(found.last));
  const from = filter.from ?? (found.first === null ? to : Number(found.first));
  return { from: Math.min(from, to), to };
}

function bucketFor(seconds: number): number {
  return (
    BUCKET_SECONDS.find(width => seconds / width <= MAX_BUCKETS) ??
    BUCKET_SECONDS[BUCKET_SECONDS.length - 1]
  );
}

function isoOf(micros: number): string {
  return new Date(micros / 1000).toISOString();
}
