import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import { sortableId } from '../../database/sortableId';
import { LateRunError } from '../DriftStore';
import type { RunRecord, RunTrigger } from '../records';
import { toJsonColumn } from './jsonColumn';
import type { RunRow, TargetRow } from './rows';
import { toRun } from './targetRows';

/** How many tickets back runs are kept; each takes one when it is announced and one when it begins. */
const KEPT_TICKETS = 40;

/** Announces a run. @throws LateRunError when the target is gone */
export async function queueRun(
  knex: Knex,
  targetId: string,
  trigger: RunTrigger,
  now: number,
): Promise<RunRecord> {
  return knex.transaction(async transaction => {
    const ticket = await drawTicket(transaction, targetId);
    const run: RunRecord = {
      id: sortableId(now),
      targetId,
      ticket,
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
      .where('ticket', '<=', run.ticket - KEPT_TICKETS)
      .delete();
    return run;
  });
}

/**
 * Begins an announced run. It draws another ticket: of two results the one stands whose look began later, and what was
 * announced first may have waited longer.
 *
 * @returns the run as it is now
 * @throws LateRunError when the target is gone
 */
export async function startRun(
  knex: Knex,
  run: RunRecord,
  now: number,
): Promise<RunRecord> {
  return knex.transaction(async transaction => {
    const ticket = await drawTicket(transaction, run.targetId);
    await transaction<RunRow>('drift_runs')
      .where({ id: run.id })
      .update({ status: 'running', ticket, started_at: now });
    return { ...run, status: 'running', ticket, startedAt: now };
  });
}

async function drawTicket(
  transaction: Knex.Transaction,
  targetId: string,
): Promise<number> {
  await transaction<TargetRow>('drift_targets')
    .where({ id: targetId })
    .increment('ticket', 1);
  const target = await transaction<TargetRow>('drift_targets')
    .where({ id: targetId })
    .first('ticket');
  if (!target) {
    throw new LateRunError('The target is no longer declared');
  }
  return Number(target.ticket);
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
