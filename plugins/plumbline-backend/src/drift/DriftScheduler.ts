import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DriftTargets } from './DriftTargets';
import type { RunTrigger } from './records';
import { inParallel } from './run/inParallel';

/** What scheduling needs. */
export interface DriftSchedulerOptions {
  targets: Pick<DriftTargets, 'syncAll'>;
  runner: { run(targetId: string, trigger: RunTrigger): Promise<void> };
  logger: LoggerService;
  /** How many targets are looked at at once. */
  concurrency: number;
}

/** Looks at all targets on a schedule that all replicas share. */
export class DriftScheduler {
  readonly #options: DriftSchedulerOptions;

  constructor(options: DriftSchedulerOptions) {
    this.#options = options;
  }

  async schedule(runner: SchedulerServiceTaskRunner): Promise<void> {
    await runner.run({
      id: 'plumbline-drift',
      fn: signal => this.runAll(signal),
    });
  }

  async runAll(signal?: AbortSignal): Promise<void> {
    const { targets, runner, logger, concurrency } = this.#options;
    const all = await targets.syncAll();
    await inParallel(all, concurrency, async ({ id }) => {
      if (signal?.aborted) {
        return;
      }
      try {
        await runner.run(id, 'schedule');
      } catch (error) {
        // One target must not keep the others from being looked at.
        logger.error(
          `Target ${id} could not be looked at: ${stringifyError(error)}`,
        );
      }
    });
  }
}
