import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import { decodeCursor, pageOf } from '../../database/keysetCursor';
import type { IncidentFilter } from '../DriftStore';
import type { FindingRecord, IncidentRecord } from '../records';
import { toFinding } from './findingRows';
import { toIncident } from './incidentRows';
import type { FindingRow, IncidentRow } from './rows';

/** When it began, as lists show it and are ordered by; what was stored before that was kept has its first write. */
const SINCE = 'coalesce(begun_at, caused_at, opened_at)';

/** Newest first. */
export async function listIncidents(
  knex: Knex,
  filter: IncidentFilter,
  page: { cursor?: string; limit: number },
): Promise<{ items: IncidentRecord[]; nextCursor?: string }> {
  const position = decodeCursor(page.cursor, ['number', 'string']);
  const query = filtered(knex, filter)
    .orderByRaw(`${SINCE} desc, id desc`)
    .limit(page.limit + 1);
  if (position) {
    const [since, id] = position;
    query.whereRaw(`(${SINCE} < ? or (${SINCE} = ? and id < ?))`, [
      since,
      since,
      id,
    ]);
  }
  const { rows, nextCursor } = pageOf<IncidentRow>(
    await query.select('*'),
    page.limit,
    row => [Number(row.begun_at ?? row.caused_at ?? row.opened_at), row.id],
  );
  return { items: rows.map(toIncident), nextCursor };
}

export async function countIncidents(
  knex: Knex,
  filter: IncidentFilter,
): Promise<number> {
  const [{ count }] = await filtered(knex, filter).count({ count: '*' });
  return Number(count);
}

function filtered(knex: Knex, filter: IncidentFilter) {
  const query = knex<IncidentRow>('drift_incidents');
  const alternatives: [keyof IncidentRow, string[] | undefined][] = [
    ['entity_ref', filter.entityRefs],
    ['state', filter.states],
    ['cluster', filter.clusters],
    ['severity', filter.severities],
    ['level', filter.levels],
  ];
  for (const [column, values] of alternatives) {
    if (values) {
      query.whereIn(column, values);
    }
  }
  for (const word of (filter.text ?? '').toLowerCase().split(/\s+/)) {
    if (word !== '') {
      query.where(match => {
        match.whereRaw("search_text like ? escape '!'", [containing(word)]);
        if (filter.searchNames) {
          match.orWhereRaw("search_names like ? escape '!'", [
            containing(word),
          ]);
        }
      });
    }
  }
  return query;
}

function containing(word: string): string {
  return `%${word.replace(/[!%_]/g, '!$&')}%`;
}

/** Open findings of open incidents, closed ones of resolved incidents. */
export async function findingsOfIncidents(
  knex: Knex,
  incidentIds: string[],
  limit: number,
): Promise<Map<string, FindingRecord[]>> {
  const found = new Map<string, FindingRecord[]>();
  for (const ids of inChunks(incidentIds, 100)) {
    const placed = knex('drift_findings as finding')
      .join('drift_incidents as incident', 'incident.id', 'finding.incident_id')
      .whereIn('finding.incident_id', ids)
      .where(shown =>
        shown
          .where('incident.state', 'resolved')
          .orWhere(open =>
            open
              .whereNull('finding.closed_at')
              .where('finding.verdict', 'drift'),
          ),
      )
      .select(
        'finding.*',
        knex.raw(
          'row_number() over (partition by finding.incident_id order by finding.first_seen_at, finding.id) as place',
        ),
      );
    // An incident may have twenty thousand: those that are not shown stay in the database.
    const rows = await knex
      .from(placed.as('placed'))
      .where('place', '<=', limit)
      .orderBy('place')
      .select<(FindingRow & { incident_id: string })[]>('*');
    for (const row of rows) {
      const list = found.get(row.incident_id) ?? [];
      found.set(row.incident_id, list);
      list.push(toFinding(row));
    }
  }
  return found;
}

/** Events that incidents rest on which are not resolved. */
export async function evidenceEventIds(knex: Knex): Promise<Set<string>> {
  const ids: string[] = await knex('drift_incident_events as evidence')
    .join('drift_incidents as incident', 'incident.id', 'evidence.incident_id')
    .whereNot('incident.state', 'resolved')
    .distinct('evidence.event_id')
    .pluck('evidence.event_id');
  return new Set(ids);
}

/** Incidents that an event is evidence of, newest first. */
export async function incidentsOfEvent(
  knex: Knex,
  eventId: string,
): Promise<IncidentRecord[]> {
  const rows = await knex<IncidentRow>('drift_incidents as incident')
    .join(
      'drift_incident_events as evidence',
      'evidence.incident_id',
      'incident.id',
    )
    .where('evidence.event_id', eventId)
    .orderBy('incident.opened_at', 'desc')
    .limit(50)
    .select<IncidentRow[]>('incident.*');
  return rows.map(toIncident);
}

/** Incidents that were not resolved at some moment since a time, the newest first. */
export async function incidentsSince(
  knex: Knex,
  entityRefs: string[],
  since: number,
  limit: number,
): Promise<IncidentRecord[]> {
  const rows = await knex<IncidentRow>('drift_incidents')
    .whereIn('entity_ref', entityRefs)
    .where(then =>
      then.whereNull('resolved_at').orWhere('resolved_at', '>=', since),
    )
    .orderBy('opened_at', 'desc')
    .limit(limit);
  return rows.map(toIncident);
}
