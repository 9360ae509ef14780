import type { RunRecord } from './records';

/** What does announced runs. */
export interface RunPerformer {
  /** Never throws. */
  perform(run: RunRecord): Promise<void>;
}

/** Does the runs of this process, a few at a time. */
export class RunQueue {
  readonly #performer: RunPerformer;
  readonly #concurrency: number;
  readonly #waiting: RunRecord[] = [];
  readonly #active = new Set<Promise<void>>();

  constructor(performer: RunPerformer, concurrency: number) {
    this.#performer = performer;
    this.#concurrency = concurrency;
  }

  add(run: RunRecord): void {
    this.#waiting.push(run);
    this.#next();
  }

  /** Resolves when nothing is waiting or active any more. */
  async idle(): Promise<void> {
    while (this.#active.size > 0) {
      await Promise.all(this.#active);
    }
  }

  /** Forgets what waits and lets what is active finish. */
  async stop(): Promise<void> {
    this.#waiting.length = 0;
    await this.idle();
  }

  #next(): void {
    if (this.#active.size >= this.#concurrency) {
      return;
    }
    const run = this.#waiting.shift();
    if (!run) {
      return;
    }
    const active = this.#performer.perform(run).finally(() => {
      this.#active.delete(active);
      this.#next();
    });
    this.#active.add(active);
  }
}
