import type { ClusterAccessProblem } from '@plumbline/backstage-plugin-plumbline-node';
import type { Knex } from 'knex';
import type {
  ClusterHealth,
  ClusterHealthStore,
  LookOutcome,
} from './ClusterHealth';

interface ClusterHealthRow {
  cluster: string;
  /** NULL when the last look went well. */
  problem: ClusterAccessProblem | null;
  message: string | null;
  /** PostgreSQL gives a bigint as text. */
  since: number | string;
  last_look_at: number | string;
}

const TABLE = 'cluster_health';

/** Keeps one row per cluster. */
export class DatabaseClusterHealthStore implements ClusterHealthStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async record(
    cluster: string,
    outcome: LookOutcome,
    time: number,
  ): Promise<void> {
    const failed = outcome.state === 'problem';
    const row: ClusterHealthRow = {
      cluster,
      problem: failed ? outcome.problem : null,
      message: failed ? outcome.message : null,
      since: time,
      last_look_at: time,
    };
    await this.#knex<ClusterHealthRow>(TABLE)
      .insert(row)
      .onConflict('cluster')
      .merge({
        problem: row.problem,
        message: row.message,
        last_look_at: time,
        // One statement, so that two replicas agree on the beginning.
        since: this.#knex.raw(
          'case when (cluster_health.problem is null) = (excluded.problem is null) then cluster_health.since else excluded.since end',
        ),
      });
  }

  async list(): Promise<ClusterHealth[]> {
    const rows = await this.#knex<ClusterHealthRow>(TABLE).select();
    return rows.map(row => ({
      cluster: row.cluster,
      since: Number(row.since),
      lastLookAt: Number(row.last_look_at),
      ...(row.problem === null
        ? { state: 'ok' }
        : {
            state: 'problem',
            problem: row.problem,
            message: row.message ?? '',
          }),
    }));
  }
}
