import type { Knex } from 'knex';
import type { IncidentChange } from '../DriftStore';
import type { IncidentRecord } from '../records';
import { fromHistory, fromIncident, toIncident } from './incidentRows';
import type { HistoryRow, IncidentRow, TargetRow } from './rows';

/** Changes one incident in one transaction that no run of its target and no other change crosses. */
export async function changeIncident(
  knex: Knex,
  id: string,
  decide: (incident: IncidentRecord) => IncidentChange,
): Promise<IncidentRecord | undefined> {
  return knex.transaction(async transaction => {
    if (!(await lockIncident(transaction, id))) {
      return undefined;
    }
    const row = await transaction<IncidentRow>('drift_incidents')
      .where({ id })
      .first();
    if (!row) {
      return undefined;
    }
    const { incident, addHistory } = decide(toIncident(row));
    await transaction<IncidentRow>('drift_incidents')
      .where({ id })
      .update(fromIncident(incident));
    if (addHistory.length > 0) {
      await transaction<HistoryRow>('drift_incident_history').insert(
        addHistory.map(fromHistory),
      );
    }
    return incident;
  });
}

/** The target's row first, as runs do, so that neither waits for the other for ever. @returns whether there is one */
async function lockIncident(
  transaction: Knex.Transaction,
  id: string,
): Promise<boolean> {
  const incident = await transaction<IncidentRow>('drift_incidents')
    .where({ id })
    .first('target_id');
  if (!incident) {
    return false;
  }
  await transaction<TargetRow>('drift_targets')
    .where({ id: incident.target_id })
    .increment('ticket', 0);
  const locked = await transaction<IncidentRow>('drift_incidents')
    .where({ id })
    .increment('reopenings', 0);
  return locked === 1;
}

/** Ids of acknowledged incidents that are open again from a time on that has come. */
export async function lapsedAcknowledgements(
  knex: Knex,
  now: number,
): Promise<string[]> {
  return knex<IncidentRow>('drift_incidents')
    .where({ state: 'acknowledged' })
    .where('acknowledged_until', '<=', now)
    .orderBy('acknowledged_until')
    .limit(1000)
    .pluck('id');
}
