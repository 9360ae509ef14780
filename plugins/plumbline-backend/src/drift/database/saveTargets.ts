import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import type { DriftTarget } from '../../desired';
import type { TargetRecord } from '../records';
import { toJsonColumn } from './jsonColumn';
import type { TargetRow } from './rows';
import { toTarget } from './targetRows';

const NEVER_LOOKED_AT = {
  ticket: 0,
  committed_ticket: 0,
  notes: '[]',
  objects_total: 0,
  objects_compared: 0,
  unverifiable: 0,
};

/** @returns targets of the entity that it no longer declares; they are still stored */
export async function saveTargets(
  knex: Knex,
  entityRef: string,
  targets: DriftTarget[],
): Promise<TargetRecord[]> {
  return knex.transaction(async transaction => {
    for (const target of targets) {
      const declared = fromTarget(target);
      await transaction<TargetRow>('drift_targets')
        .insert({ ...declared, ...NEVER_LOOKED_AT })
        .onConflict('id')
        .merge(declared);
    }
    const rows = await transaction<TargetRow>('drift_targets').where({
      entity_ref: entityRef,
    });
    const declaredIds = new Set(targets.map(({ id }) => id));
    return rows.filter(({ id }) => !declaredIds.has(id)).map(toTarget);
  });
}

function fromTarget(target: DriftTarget) {
  return {
    id: target.id,
    entity_ref: target.entityRef,
    cluster: target.cluster,
    namespace: target.namespace,
    location: target.location,
    path: target.path,
    renderer: target.renderer ?? null,
    controller: toJsonColumn(target.controller),
    problem: target.problem ?? null,
    missing_since: null,
  };
}

/** Notes since when the entities of targets are not in the catalog. */
export async function markMissing(
  knex: Knex,
  targetIds: string[],
  since: number,
): Promise<void> {
  for (const ids of inChunks(targetIds, 100)) {
    await knex<TargetRow>('drift_targets')
      .whereIn('id', ids)
      .whereNull('missing_since')
      .update({ missing_since: since });
  }
}

/** Forgets targets and what hangs on them, but not their incidents. */
export async function removeTargets(
  knex: Knex,
  targetIds: string[],
): Promise<void> {
  for (const ids of inChunks(targetIds, 100)) {
    await knex.transaction(async transaction => {
      await transaction('drift_runs').whereIn('target_id', ids).delete();
      await transaction('drift_objects').whereIn('target_id', ids).delete();
      await transaction('drift_syncs').whereIn('target_id', ids).delete();
      await transaction('drift_targets').whereIn('id', ids).delete();
    });
  }
}
