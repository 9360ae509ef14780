import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import type { EpisodeRow, FindingRow, IncidentRow } from './rows';

const CHUNK = 100;

/**
 * Removes incidents resolved before the time with all that hangs on them, and whatever else ended before it: differences
 * that never belonged to an incident, times in which a field was drift, and what is left of targets that are gone.
 *
 * @returns how many incidents went
 */
export async function removeEndedBefore(
  knex: Knex,
  time: number,
): Promise<number> {
  const isEnded = (query: Knex.QueryBuilder) => {
    query.where({ state: 'resolved' }).where('resolved_at', '<', time);
  };
  const resolved = await inRounds(
    () =>
      knex<IncidentRow>('drift_incidents')
        .modify(isEnded)
        .limit(CHUNK)
        .pluck('id'),
    ids => removeIncidents(knex, ids, isEnded),
  );
  const orphaned = await inRounds(
    () =>
      knex<IncidentRow>('drift_incidents')
        .whereNotIn('target_id', knex('drift_targets').select('id'))
        .where('updated_at', '<', time)
        .limit(CHUNK)
        .pluck('id'),
    ids => removeIncidents(knex, ids, () => {}),
  );
  await inRounds(
    () =>
      knex<FindingRow>('drift_findings')
        .where(ended =>
          ended
            .where(alone =>
              alone.whereNull('incident_id').where('closed_at', '<', time),
            )
            .orWhere(orphan =>
              orphan
                .whereNotIn('target_id', knex('drift_targets').select('id'))
                .where('last_seen_at', '<', time)
                .where(alone =>
                  alone
                    .whereNull('incident_id')
                    .orWhereNotIn(
                      'incident_id',
                      knex('drift_incidents').select('id'),
                    ),
                ),
            ),
        )
        .limit(CHUNK)
        .pluck('id'),
    ids => removeFindings(knex, ids),
  );
  await knex<EpisodeRow>('drift_episodes')
    .where('closed_at', '<', time)
    .orWhere(orphan =>
      orphan
        .where('opened_at', '<', time)
        .whereNotIn('target_id', knex('drift_targets').select('id')),
    )
    .delete();
  return resolved + orphaned;
}

/** Finds and removes until nothing is found. @returns how many went */
async function inRounds(
  find: () => Promise<string[]>,
  remove: (ids: string[]) => Promise<void>,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids = await find();
    if (ids.length === 0) {
      return removed;
    }
    await remove(ids);
    removed += ids.length;
  }
}

/** @param isEnded - what must still be so: a run may have taken one of them up again since they were found */
async function removeIncidents(
  knex: Knex,
  found: string[],
  isEnded: (query: Knex.QueryBuilder) => void,
): Promise<void> {
  await knex.transaction(async transaction => {
    await lockTargets(transaction, found);
    const ids = await transaction<IncidentRow>('drift_incidents')
      .whereIn('id', found)
      .modify(isEnded)
      .pluck('id');
    for (const table of ['drift_incident_history', 'drift_incident_events']) {
      await transaction(table).whereIn('incident_id', ids).delete();
    }
    const findings = await transaction<FindingRow>('drift_findings')
      .whereIn('incident_id', ids)
      .whereNotNull('closed_at')
      .pluck('id');
    for (const chunk of inChunks(findings, CHUNK)) {
      await removeFindingRows(transaction, chunk);
    }
    // What is hidden by a rule now outlives the incident that it belonged to.
    await transaction<FindingRow>('drift_findings')
      .whereIn('incident_id', ids)
      .update({ incident_id: null });
    await transaction<IncidentRow>('drift_incidents')
      .whereIn('previous_id', ids)
      .update({ previous_id: null, previous_number: null });
    await transaction<IncidentRow>('drift_incidents')
      .whereIn('id', ids)
      .delete();
  });
}

/** As runs do, so that none crosses and neither waits for the other for ever. */
async function lockTargets(
  transaction: Knex.Transaction,
  incidentIds: string[],
): Promise<void> {
  await transaction('drift_targets')
    .whereIn(
      'id',
      transaction('drift_incidents')
        .whereIn('id', incidentIds)
        .select('target_id'),
    )
    .orderBy('id')
    .forUpdate()
    .select('id');
}

async function removeFindings(knex: Knex, ids: string[]): Promise<void> {
  await knex.transaction(transaction => removeFindingRows(transaction, ids));
}

async function removeFindingRows(
  transaction: Knex.Transaction,
  ids: string[],
): Promise<void> {
  await transaction('drift_finding_values').whereIn('finding_id', ids).delete();
  await transaction<FindingRow>('drift_findings').whereIn('id', ids).delete();
}
