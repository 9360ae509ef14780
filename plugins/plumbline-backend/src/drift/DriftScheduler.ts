import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DriftTargets } from './DriftTargets';
import type { IncidentStates } from './IncidentStates';
import type { RunTrigger, TargetRecord } from './records';
import { inParallel } from './run/inParallel';

/** What scheduling needs. */
export interface DriftSchedulerOptions {
  targets: Pick<DriftTargets, 'syncAll'>;
  runner: { run(targetId: string, trigger: RunTrigger): Promise<void> };
  states: Pick<IncidentStates, 'lapseDue'>;
  logger: LoggerService;
  /** How many targets are looked at at once. */
  concurrency: number;
}

/** How often it is looked for new targets. The catalog takes some seconds after a start to know its entities. */
const NEW_TARGETS: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 20 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 10 },
};

/** How often it is looked for acknowledgements whose time is over. */
const ACKNOWLEDGEMENTS: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 30 },
};

/** Looks at all targets on a schedule that all replicas share. */
export class DriftScheduler {
  readonly #options: DriftSchedulerOptions;

  constructor(options: DriftSchedulerOptions) {
    this.#options = options;
  }

  /** @param schedule - when all targets are looked at */
  async start(
    scheduler: SchedulerService,
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): Promise<void> {
    await scheduler.scheduleTask({
      ...schedule,
      id: 'plumbline-drift',
      fn: signal => this.lookAtAll(signal),
    });
    await scheduler.scheduleTask({
      ...NEW_TARGETS,
      id: 'plumbline-drift-new-targets',
      fn: signal => this.lookAtNew(signal),
    });
    await scheduler.scheduleTask({
      ...ACKNOWLEDGEMENTS,
      id: 'plumbline-drift-acknowledgements',
      fn: async () => {
        await this.#options.states.lapseDue();
      },
    });
  }

  /** Looks at every target. */
  async lookAtAll(signal?: AbortSignal): Promise<void> {
    await this.#lookAt(await this.#options.targets.syncAll(), signal);
  }

  /** Looks at targets that nobody has looked at, so that a new entity need not wait for the next round. */
  async lookAtNew(signal?: AbortSignal): Promise<void> {
    const targets = await this.#options.targets.syncAll();
    await this.#lookAt(
      targets.filter(({ look }) => !look),
      signal,
    );
  }

  async #lookAt(targets: TargetRecord[], signal?: AbortSignal): Promise<void> {
    const { runner, logger, concurrency } = this.#options;
    await inParallel(targets, concurrency, async ({ id }) => {
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
