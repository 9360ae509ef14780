import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import {
  REOPEN_WITHIN,
  type TargetChanges,
  type TargetState,
} from '../DriftStore';
import type { IncidentRecord } from '../records';
import { fromFinding, toFinding, toValue } from './findingRows';
import { fromHistory, fromIncident, toIncident } from './incidentRows';
import type {
  FindingRow,
  FindingValueRow,
  HistoryRow,
  IncidentRow,
  ObjectRow,
  TargetRow,
} from './rows';
import { writeSync } from './syncRows';
import { fromLook, fromObject, toObject, toTarget } from './targetRows';
import { writeSuppressions } from './suppressionRows';
import { retireFindings, writeEpisodes, writeValues } from './valueHistory';

const ROWS_PER_STATEMENT = 30;

/** What a result is compared with. */
export async function readState(
  knex: Knex,
  targetId: string,
  now: number,
): Promise<TargetState | undefined> {
  const target = await knex<TargetRow>('drift_targets')
    .where({ id: targetId })
    .first();
  if (!target) {
    return undefined;
  }
  const since = now - REOPEN_WITHIN;
  const objects = await knex<ObjectRow>('drift_objects').where({
    target_id: targetId,
  });
  const findings = await knex<FindingRow>('drift_findings')
    .where({ target_id: targetId })
    .where(open =>
      open.whereNull('closed_at').orWhere('closed_at', '>=', since),
    )
    .orderBy('id');
  const incidents = await knex<IncidentRow>('drift_incidents')
    .where({ target_id: targetId })
    .where(open =>
      open.whereNull('resolved_at').orWhere('resolved_at', '>=', since),
    )
    .orderBy('id');
  const values = await knex<FindingValueRow>('drift_finding_values as value')
    .join('drift_findings as finding', 'finding.id', 'value.finding_id')
    .where({ 'finding.target_id': targetId })
    .where(open =>
      open
        .whereNull('finding.closed_at')
        .orWhere('finding.closed_at', '>=', since),
    )
    .orderBy('value.at')
    .select<FindingValueRow[]>('value.*');
  const formerIncidents = await knex<FindingRow>('drift_findings as finding')
    .join('drift_incidents as incident', 'incident.id', 'finding.incident_id')
    .where({ 'finding.target_id': targetId })
    .where('finding.closed_at', '<', since)
    .select<TargetState['formerIncidents']>(
      'finding.fingerprint',
      'incident.id',
      'incident.number',
    );
  return {
    target: toTarget(target),
    objects: objects.map(toObject),
    findings: findings.map(toFinding),
    incidents: incidents.map(toIncident),
    values: values.map(toValue),
    formerIncidents,
  };
}

/** Writes what a result changes. */
export async function writeChanges(
  transaction: Knex.Transaction,
  targetId: string,
  changes: TargetChanges,
): Promise<void> {
  await transaction<TargetRow>('drift_targets')
    .where({ id: targetId })
    .update(fromLook(changes.look));
  await writeSync(transaction, targetId, changes.look);
  await writeObjects(transaction, targetId, changes);
  await writeFindings(transaction, targetId, changes);
  await writeIncidents(transaction, changes);
  await writeSuppressions(transaction, targetId, changes);
  await writeValues(transaction, changes);
  await writeEpisodes(transaction, targetId, changes);
}

async function writeObjects(
  transaction: Knex.Transaction,
  targetId: string,
  { saveObjects, removeObjectKeys }: TargetChanges,
): Promise<void> {
  for (const objects of inChunks(saveObjects, ROWS_PER_STATEMENT)) {
    await transaction<ObjectRow>('drift_objects')
      .insert(objects.map(object => fromObject(targetId, object)))
      .onConflict(['target_id', 'object_key'])
      .merge();
  }
  for (const keys of inChunks(removeObjectKeys, 100)) {
    await transaction<ObjectRow>('drift_objects')
      .where({ target_id: targetId })
      .whereIn('object_key', keys)
      .delete();
  }
}

async function writeFindings(
  transaction: Knex.Transaction,
  targetId: string,
  { saveFindings, seenFindingIds, look }: TargetChanges,
): Promise<void> {
  for (const findings of inChunks(saveFindings, ROWS_PER_STATEMENT)) {
    await retireFindings(transaction, targetId, findings);
    await transaction<FindingRow>('drift_findings')
      .insert(findings.map(finding => fromFinding(targetId, finding)))
      .onConflict(['target_id', 'fingerprint'])
      .merge();
  }
  for (const ids of inChunks(seenFindingIds, 100)) {
    await transaction<FindingRow>('drift_findings')
      .whereIn('id', ids)
      .update({ last_seen_at: look.lookedAt });
  }
}

async function writeIncidents(
  transaction: Knex.Transaction,
  { newIncidents, saveIncidents, addHistory }: TargetChanges,
): Promise<void> {
  const numbered: IncidentRecord[] = [];
  for (const incident of newIncidents) {
    const number = await nextIncidentNumber(transaction);
    numbered.push({ ...incident, number });
  }
  const incidents = [...numbered, ...saveIncidents];
  for (const chunk of inChunks(incidents, ROWS_PER_STATEMENT)) {
    await transaction<IncidentRow>('drift_incidents')
      .insert(chunk.map(fromIncident))
      .onConflict('id')
      .merge();
  }
  const evidence = incidents.flatMap(({ id, eventIds }) =>
    eventIds.map(eventId => ({ incident_id: id, event_id: eventId })),
  );
  for (const chunk of inChunks(evidence, 100)) {
    await transaction('drift_incident_events')
      .insert(chunk)
      .onConflict(['incident_id', 'event_id'])
      .ignore();
  }
  for (const chunk of inChunks(addHistory, 100)) {
    await transaction<HistoryRow>('drift_incident_history').insert(
      chunk.map(fromHistory),
    );
  }
}

/** Numbers are given out in the transaction, so that none is lost and none is given twice. */
async function nextIncidentNumber(
  transaction: Knex.Transaction,
): Promise<number> {
  const row = { name: 'incident' };
  await transaction('drift_counters')
    .insert({ ...row, value: 0 })
    .onConflict('name')
    .ignore();
  await transaction('drift_counters').where(row).increment('value', 1);
  const { value } = await transaction('drift_counters')
    .where(row)
    .first('value');
  return value;
}
