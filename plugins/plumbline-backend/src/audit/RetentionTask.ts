import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';

/** A store that lets go of what is old. */
export interface Retained {
  /** What the log calls what it removes, e.g. `audit events`. */
  what: string;
  /** @param time - milliseconds since the epoch. @returns how many went */
  removeBefore(time: number): Promise<number>;
}

/** Removes what is older than the retention time, on a schedule that all replicas share. */
export class RetentionTask {
  readonly #retained: Retained[];
  readonly #retentionMs: number;
  readonly #logger: LoggerService;

  constructor(options: {
    retained: Retained[];
    retentionMs: number;
    logger: LoggerService;
  }) {
    this.#retained = options.retained;
    this.#retentionMs = options.retentionMs;
    this.#logger = options.logger;
  }

  async schedule(runner: SchedulerServiceTaskRunner): Promise<void> {
    await runner.run({
      id: 'plumbline-audit-retention',
      fn: () => this.run(),
    });
  }

  async run(): Promise<void> {
    const before = Date.now() - this.#retentionMs;
    for (const item of this.#retained) {
      const removed = await item.removeBefore(before);
      if (removed > 0) {
        this.#logger.info(
          `Removed ${removed} ${item.what} older than ${new Date(
            before,
          ).toISOString()}`,
        );
      }
    }
  }
}
