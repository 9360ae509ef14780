import type { Knex } from 'knex';
import { findingOf, incidentOf } from '../../__testUtils__/findings';
import type { TargetChanges } from '../../DriftStore';
import type { FindingRecord, IncidentRecord } from '../../records';
import { DatabaseDriftStore } from '../DatabaseDriftStore';

export const ENTITY = 'component:default/payments-api';
export const NOON = Date.parse('2026-11-20T12:00:00Z');

/** A store with one target that nobody looked at yet. */
export async function storedTarget(knex: Knex) {
  const store = new DatabaseDriftStore(knex);
  await store.saveTargets(ENTITY, [
    {
      id: 'target',
      entityRef: ENTITY,
      cluster: 'prod-eu',
      namespace: 'payments',
      location: 'file:shop',
      path: 'deploy/prod',
      renderer: undefined,
      problem: undefined,
    },
  ]);
  /** Stores what a run at that time found. */
  const commit = async (time: number, changes: Partial<TargetChanges>) => {
    const run = await store.queueRun('target', 'schedule', time);
    await store.commitRun(run, time, () => changesOf(time, changes));
  };
  return {
    store,
    commit,
    /** Stores an open incident with its finding. */
    open: (
      incident: Partial<IncidentRecord> = {},
      finding: Partial<FindingRecord> = {},
    ) => {
      const stored = incidentOf(incident);
      return commit(NOON, {
        newIncidents: [stored],
        saveFindings: [storedFinding({ incidentId: stored.id, ...finding })],
        addHistory: [
          {
            id: `${stored.id}-opened`,
            incidentId: stored.id,
            time: stored.openedAt,
            kind: 'opened',
            text: stored.title,
          },
        ],
      });
    },
  };
}

/** A finding with an id and a fingerprint that fit into their columns. */
export function storedFinding(
  change: Partial<FindingRecord> = {},
): FindingRecord {
  const { path = 'spec.replicas' } = change;
  return findingOf({ id: `id ${path}`, fingerprint: path, ...change });
}

/** The result of a run that found nothing new, but for what the test says. */
export function changesOf(
  time: number,
  changes: Partial<TargetChanges> = {},
): TargetChanges {
  return {
    look: {
      lookedAt: time,
      goodAt: time,
      notes: [],
      objectsTotal: 1,
      objectsCompared: 1,
      unverifiable: 0,
    },
    saveObjects: [],
    removeObjectKeys: [],
    saveFindings: [],
    seenFindingIds: [],
    newIncidents: [],
    saveIncidents: [],
    addHistory: [],
    addSuppressions: [],
    addValues: [],
    startEpisodes: [],
    endEpisodes: [],
    ...changes,
  };
}
