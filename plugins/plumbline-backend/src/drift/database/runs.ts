import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import { sortableId } from '../../database/sortableId';
import { LateRunError } from '../DriftStore';
import type { RunRecord, RunTrigger } from '../records';
import { toJsonColumn } from './jsonColumn';
import type { RunRow, TargetRow } from './rows';
import { toRun } from './targetRows';

/** Runs that are kept of each target. */
const KEPT_RUNS = 20;

/** Draws the next ticket of a target. */
export async function queueRun(
  knex: Knex,
  targetId: string,
  trigger: RunTrigger,
  now: number,
): Promise<RunRecord> {
  return knex.transaction(async transaction => {
    await transaction<TargetRow>('drift_targets')
      .where({ id: targetId })
      .increment('ticket', 1);
    const target = await transaction<TargetRow>('drift_targets')
      .where({ id: targetId })
      .first('ticket');
    if (!target) {
      throw new LateRunError('The target is no longer declared');
    }
    const run: RunRecord = {
      id: sortableId(now),
      targetId,
      ticket: Number(target.ticket),
      status: 'queued',
      trigger,
      startedAt: now,
    };
    await transaction<RunRow>('drift_runs').insert({
      id: run.id,
      target_id: targetId,
      ticket: run.ticket,
      status: run.status,
      trigger,
      started_at: now,
    });
    await transaction<RunRow>('drift_runs')
      .where({ target_id: targetId })
      .where('ticket', '<=', run.ticket - KEPT_RUNS)
      .delete();
    return run;
  });
}

export async function startRun(
  knex: Knex,
  run: RunRecord,
  now: number,
): Promise<void> {
  await knex<RunRow>('drift_runs')
    .where({ id: run.id, status: 'queued' })
    .update({ status: 'running', started_at: now });
}

export async function failRun(
  knex: Knex,
  run: RunRecord,
  error: string,
  now: number,
): Promise<void> {
  await knex<RunRow>('drift_runs')
    .where({ id: run.id })
    .update({ status: 'failed', error, finished_at: now });
}

/**
 * Marks the run's result as the one that stands. Locks the target's row, so that results of one target are stored one
 * after another.
 *
 * @throws LateRunError when the result of a newer run stands already
 */
export async function passFence(
  transaction: Knex.Transaction,
  run: RunRecord,
): Promise<void> {
  const passed = await transaction<TargetRow>('drift_targets')
    .where({ id: run.targetId })
    .where('committed_ticket', '<', run.ticket)
    .update({ committed_ticket: run.ticket });
  if (passed !== 1) {
    throw new LateRunError(
      `Run ${run.id} came after a newer run of its target was stored`,
    );
  }
}

export async function finishRun(
  transaction: Knex.Transaction,
  run: RunRecord,
  result: Pick<RunRecord, 'commit' | 'error'>,
  now: number,
): Promise<void> {
  await transaction<RunRow>('drift_runs')
    .where({ id: run.id })
    .update({
      status: result.error === undefined ? 'succeeded' : 'failed',
      commit: toJsonColumn(result.commit),
      error: result.error ?? null,
      finished_at: now,
    });
}

/** The newest run of each target. */
export async function lastRuns(
  knex: Knex,
  targetIds: string[],
): Promise<Map<string, RunRecord>> {
  const runs = new Map<string, RunRecord>();
  for (const ids of inChunks(targetIds, 100)) {
    const rows = await knex<RunRow>('drift_runs as run')
      .whereIn('run.target_id', ids)
      .whereNotExists(
        knex('drift_runs as newer')
          .whereRaw('newer.target_id = run.target_id')
          .whereRaw('newer.ticket > run.ticket')
          .select(knex.raw('1')),
      )
      .select('run.*');
    for (const row of rows) {
      runs.set(row.target_id, toRun(row));
    }
  }
  return runs;
}
