import type { VerdictCounts } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import type { ObjectIdentity } from '../../catalog';
import type { DriftTarget } from '../../desired';
import type {
  DriftStore,
  IncidentChange,
  IncidentFilter,
  TargetChanges,
  TargetState,
} from '../DriftStore';
import { LateRunError } from '../DriftStore';
import type {
  FindingRecord,
  IncidentRecord,
  ObservedObjectRecord,
  RunRecord,
  RunTrigger,
} from '../records';
import { changeIncident, lapsedAcknowledgements } from './changeIncident';
import { entitiesDeclaring, targetsWatching } from './declaredObjects';
import { toFinding } from './findingRows';
import {
  countIncidents,
  evidenceEventIds,
  findingsOfIncidents,
  incidentsOfEvent,
  incidentsSince,
  listIncidents,
} from './incidentQueries';
import { toHistory, toIncident } from './incidentRows';
import { removeEndedBefore } from './removeEnded';
import type {
  FindingRow,
  HistoryRow,
  IncidentRow,
  ObjectRow,
  TargetRow,
} from './rows';
import {
  failRun,
  finishRun,
  lastRuns,
  passFence,
  queueRun,
  startRun,
} from './runs';
import { markMissing, removeTargets, saveTargets } from './saveTargets';
import { listSyncs, removeSyncsBefore } from './syncRows';
import { toObject, toTarget } from './targetRows';
import { readState, writeChanges } from './targetState';

/** {@inheritDoc DriftStore} */
export class DatabaseDriftStore implements DriftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async saveTargets(entityRef: string, targets: DriftTarget[]) {
    return { removed: await saveTargets(this.#knex, entityRef, targets) };
  }

  markMissing(targetIds: string[], since: number) {
    return markMissing(this.#knex, targetIds, since);
  }

  removeTargets(targetIds: string[]) {
    return removeTargets(this.#knex, targetIds);
  }

  async listTargets(filter: { entityRefs?: string[]; ids?: string[] } = {}) {
    const rows: TargetRow[] = [];
    const values = filter.ids ?? filter.entityRefs;
    if (!values) {
      rows.push(
        ...(await this.#knex<TargetRow>('drift_targets').orderBy('id')),
      );
    }
    const column = filter.ids ? 'id' : 'entity_ref';
    for (const chunk of inChunks(values ?? [], 100)) {
      rows.push(
        ...(await this.#knex<TargetRow>('drift_targets')
          .whereIn(column, chunk)
          .orderBy('id')),
      );
    }
    return rows.map(toTarget);
  }

  queueRun(targetId: string, trigger: RunTrigger, now: number) {
    return queueRun(this.#knex, targetId, trigger, now);
  }

  startRun(run: RunRecord, now: number) {
    return startRun(this.#knex, run, now);
  }

  failRun(run: RunRecord, error: string, now: number) {
    return failRun(this.#knex, run, error, now);
  }

  lastRuns(targetIds: string[]) {
    return lastRuns(this.#knex, targetIds);
  }

  async commitRun(
    run: RunRecord,
    now: number,
    decide: (state: TargetState) => TargetChanges,
  ): Promise<TargetChanges> {
    return this.#knex.transaction(async transaction => {
      await passFence(transaction, run);
      const state = await readState(transaction, run.targetId, now);
      if (!state) {
        throw new LateRunError('The target is no longer declared');
      }
      const changes = decide(state);
      await writeChanges(transaction, run.targetId, changes);
      const { commit, problem } = changes.look;
      await finishRun(
        transaction,
        run,
        { commit, error: problem?.reason },
        now,
      );
      return changes;
    });
  }

  async changeTarget(
    targetId: string,
    now: number,
    decide: (state: TargetState) => TargetChanges,
  ): Promise<TargetChanges | undefined> {
    return this.#knex.transaction(async transaction => {
      // Locks the row, so that no run of the target is stored meanwhile.
      await transaction<TargetRow>('drift_targets')
        .where({ id: targetId })
        .increment('ticket', 1);
      const state = await readState(transaction, targetId, now);
      if (!state) {
        return undefined;
      }
      const changes = decide(state);
      await writeChanges(transaction, targetId, changes);
      return changes;
    });
  }

  readState(targetId: string, now: number) {
    return readState(this.#knex, targetId, now);
  }

  async openFindings(targetIds: string[]): Promise<FindingRecord[]> {
    const rows: FindingRow[] = [];
    for (const ids of inChunks(targetIds, 100)) {
      rows.push(
        ...(await this.#knex<FindingRow>('drift_findings')
          .whereIn('target_id', ids)
          .whereNull('closed_at')
          .orderBy('first_seen_at', 'desc')
          .orderBy('id')),
      );
    }
    return rows.map(toFinding);
  }

  async countVerdicts(
    targetIds: string[],
  ): Promise<Map<string, VerdictCounts>> {
    const counts = new Map<string, VerdictCounts>();
    for (const ids of inChunks(targetIds, 100)) {
      const rows = await this.#knex<FindingRow>('drift_findings')
        .whereIn('target_id', ids)
        .whereNull('closed_at')
        .groupBy('target_id', 'verdict')
        .select('target_id', 'verdict')
        .count({ count: '*' });
      for (const { target_id, verdict, count } of rows) {
        const target = counts.get(target_id) ?? {
          drift: 0,
          expected: 0,
          ignored: 0,
          excluded: 0,
          unverifiable: 0,
        };
        counts.set(target_id, { ...target, [verdict]: Number(count) });
      }
    }
    return counts;
  }

  async objects(
    targetIds: string[],
  ): Promise<Map<string, ObservedObjectRecord[]>> {
    const objects = new Map<string, ObservedObjectRecord[]>();
    for (const ids of inChunks(targetIds, 100)) {
      const rows = await this.#knex<ObjectRow>('drift_objects')
        .whereIn('target_id', ids)
        .orderBy('object_key');
      for (const row of rows) {
        const known = objects.get(row.target_id) ?? [];
        objects.set(row.target_id, [...known, toObject(row)]);
      }
    }
    return objects;
  }

  targetsWatching(objects: ObjectIdentity[]) {
    return targetsWatching(this.#knex, objects);
  }

  entitiesDeclaring(objects: ObjectIdentity[]) {
    return entitiesDeclaring(this.#knex, objects);
  }

  listIncidents(
    filter: IncidentFilter,
    page: { cursor?: string; limit: number },
  ) {
    return listIncidents(this.#knex, filter, page);
  }

  countIncidents(filter: IncidentFilter) {
    return countIncidents(this.#knex, filter);
  }

  async getIncident(id: string): Promise<IncidentRecord | undefined> {
    const row = await this.#knex<IncidentRow>('drift_incidents')
      .where({ id })
      .first();
    return row && toIncident(row);
  }

  changeIncident(
    id: string,
    decide: (incident: IncidentRecord) => IncidentChange,
  ) {
    return changeIncident(this.#knex, id, decide);
  }

  lapsedAcknowledgements(now: number) {
    return lapsedAcknowledgements(this.#knex, now);
  }

  findingsOfIncidents(incidentIds: string[], limit: number) {
    return findingsOfIncidents(this.#knex, incidentIds, limit);
  }

  async incidentHistory(incidentId: string) {
    const rows = await this.#knex<HistoryRow>('drift_incident_history')
      .where({ incident_id: incidentId })
      .orderBy('time', 'desc')
      .orderBy('id', 'desc')
      .limit(200);
    return rows.map(toHistory);
  }

  async incidentEntityRefs(): Promise<string[]> {
    return this.#knex<IncidentRow>('drift_incidents')
      .distinct('entity_ref')
      .pluck('entity_ref');
  }

  incidentsSince(entityRefs: string[], since: number, limit: number) {
    return incidentsSince(this.#knex, entityRefs, since, limit);
  }

  incidentsOfEvent(eventId: string) {
    return incidentsOfEvent(this.#knex, eventId);
  }

  evidenceEventIds() {
    return evidenceEventIds(this.#knex);
  }

  listSyncs(
    targetId: string,
    span: { from?: number; to?: number; limit: number },
  ) {
    return listSyncs(this.#knex, targetId, span);
  }

  async removeResolvedBefore(time: number) {
    await removeSyncsBefore(this.#knex, time);
    return removeEndedBefore(this.#knex, time);
  }
}
