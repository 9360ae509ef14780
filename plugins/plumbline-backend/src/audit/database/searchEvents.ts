import type { Knex } from 'knex';
import type { AuditEventFilter, ObjectEventsQuery } from '../AuditStore';
import type { AuditEventSummary, StoredAuditEvent } from '../StoredAuditEvent';
import type { AuditEventRow } from './AuditEventRow';
import { boundText } from '../../database/boundText';
import { filterEvents } from './filterEvents';
import { decodeCursor, pageOf } from '../../database/keysetCursor';
import { readWhole, selectSummaries, withRules } from './readEvents';

const NEWEST_FIRST = [
  { column: 'audit_events.time_us', order: 'desc' },
  { column: 'audit_events.id', order: 'desc' },
];

/** A page of events, newest first. */
export async function searchEvents(
  knex: Knex,
  filter: AuditEventFilter,
  page: { cursor?: string; limit: number },
): Promise<{ items: AuditEventSummary[]; nextCursor?: string }> {
  const after = decodeCursor(page.cursor, ['number', 'string']);
  const query = filterEvents(selectSummaries(knex), filter)
    .orderBy(NEWEST_FIRST)
    .limit(page.limit + 1)
    .select<AuditEventRow[]>('audit_events.time_us');
  if (after) {
    query.whereRaw('(audit_events.time_us, audit_events.id) < (?, ?)', after);
  }
  const { rows, nextCursor } = pageOf(await query, page.limit, row => [
    Number(row.time_us),
    row.id,
  ]);
  return { items: await withRules(knex, rows), nextCursor };
}

/** How many events the filter matches that lists fold away. */
export async function countRoutine(
  knex: Knex,
  filter: AuditEventFilter,
): Promise<number> {
  const query = filterEvents(knex('audit_events'), {
    ...filter,
    routine: 'show',
  });
  const [{ count }] = await query
    .where({ routine: true })
    .count({ count: '*' });
  return Number(count);
}

/** Events after a sequence, in the order of storing. */
export async function eventsSince(
  knex: Knex,
  sequence: number,
  filter: AuditEventFilter,
  limit: number,
): Promise<AuditEventSummary[]> {
  const rows = await filterEvents(selectSummaries(knex), filter)
    .where('audit_events.sequence', '>', sequence)
    .orderBy('audit_events.sequence')
    .limit(limit);
  return withRules(knex, rows);
}

/** Minutes around an event in which the same actor's other requests are worth a look. */
const NEIGHBOURHOOD_MICROS = 60_000_000;

/** All stages of the request and what the same actor did around it, newest first. */
export async function relatedEvents(
  knex: Knex,
  event: AuditEventSummary,
  limit: number,
): Promise<AuditEventSummary[]> {
  const { timeMicros } = event.event;
  const rows = await selectSummaries(knex)
    .whereNot('audit_events.id', event.id)
    .where('audit_events.cluster', event.cluster)
    .where(either =>
      either
        .where('audit_events.request_key', event.requestKey)
        .orWhere(around =>
          around
            .where('audit_events.actor', boundText(event.actor.name, 512))
            .where('audit_events.routine', false)
            .whereBetween('audit_events.time_us', [
              timeMicros - NEIGHBOURHOOD_MICROS,
              timeMicros + NEIGHBOURHOOD_MICROS,
            ]),
        ),
    )
    .orderBy(NEWEST_FIRST)
    .limit(limit);
  return withRules(knex, rows);
}

const WRITING_VERBS = [
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
];

/** Subresources through which nothing of an object's wanted state is written. */
const NOT_WRITING = [
  'status',
  'exec',
  'attach',
  'portforward',
  'proxy',
  'log',
  'token',
];

/** Requests that may have changed an object, oldest first; the newest `limit` of them. */
export async function objectEvents(
  knex: Knex,
  query: ObjectEventsQuery,
): Promise<StoredAuditEvent[]> {
  const events = knex('audit_events')
    .where({
      'audit_events.cluster': query.cluster,
      'audit_events.resource': boundText(query.resource, 253),
      'audit_events.api_group': query.apiGroup,
    })
    .whereIn('audit_events.verb', WRITING_VERBS)
    .whereIn('audit_events.outcome', ['success', 'unknown'])
    .whereNot('audit_events.dry_run', 'true')
    .where(writing =>
      writing
        .whereNull('audit_events.subresource')
        .orWhereNotIn('audit_events.subresource', NOT_WRITING),
    )
    .where(named =>
      named
        .where('audit_events.name', boundText(query.name, 512))
        .orWhere('audit_events.verb', 'deletecollection'),
    )
    .orderBy(NEWEST_FIRST)
    .limit(query.limit);
  withinNamespace(events, query);
  if (query.after !== undefined) {
    events.where('audit_events.time_us', '>', query.after);
  }
  if (query.until !== undefined) {
    events.where('audit_events.time_us', '<=', query.until);
  }
  return (await readWhole(knex, events)).reverse();
}

function withinNamespace(
  events: Knex.QueryBuilder,
  query: ObjectEventsQuery,
): void {
  if (query.apiGroup === '' && query.resource === 'namespaces') {
    // The API server writes a Namespace's own name into both fields.
    return;
  }
  if (query.namespace === undefined) {
    events.whereNull('audit_events.namespace');
    return;
  }
  const namespace = boundText(query.namespace, 253);
  // A collection delete without a namespace reaches into all of them.
  events.where(within =>
    within
      .where('audit_events.namespace', namespace)
      .orWhere(all =>
        all
          .whereNull('audit_events.namespace')
          .where('audit_events.verb', 'deletecollection'),
      ),
  );
}
