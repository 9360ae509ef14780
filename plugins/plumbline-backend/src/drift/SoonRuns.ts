import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { RunRecord, RunTrigger } from './records';
import type { RunQueue } from './RunQueue';

/** What starting runs needs. */
export interface SoonRunsOptions {
  runner: { queue(targetId: string, trigger: RunTrigger): Promise<RunRecord> };
  queue: Pick<RunQueue, 'add'>;
  logger: LoggerService;
  trigger: RunTrigger;
  /** How long after the first call a target is looked at, milliseconds; further calls in that time start nothing more. */
  delay: number;
}

/**
 * Looks at targets soon, once for all that happens in a short time. What is lost with its process costs the time until the
 * next scheduled look, nothing else.
 */
export class SoonRuns {
  readonly #options: SoonRunsOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  constructor(options: SoonRunsOptions) {
    this.#options = options;
  }

  start(targetId: string): void {
    if (this.#timers.has(targetId) || this.#stopped) {
      return;
    }
    const { runner, queue, trigger, delay, logger } = this.#options;
    const timer = setTimeout(() => {
      this.#timers.delete(targetId);
      runner
        .queue(targetId, trigger)
        .then(run => queue.add(run))
        .catch(error =>
          logger.warn(
            `A drift run (${trigger}) could not be started: ${stringifyError(
              error,
            )}`,
          ),
        );
    }, delay);
    this.#timers.set(targetId, timer);
  }

  /** Forgets what was to be looked at. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers.values()) {
      clearTimeout(timer);
    }
    this.#timers.clear();
  }
}
