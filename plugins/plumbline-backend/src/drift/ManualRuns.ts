import type { PlumblineEntity } from '../catalog';
import type { DriftTargets } from './DriftTargets';
import type { RunRecord, RunTrigger } from './records';
import type { RunQueue } from './RunQueue';

/** Starts looks at an entity's targets because a person asked for it. */
export class ManualRuns {
  readonly #targets: Pick<DriftTargets, 'sync'>;
  readonly #runner: {
    queue(targetId: string, trigger: RunTrigger): Promise<RunRecord>;
  };
  readonly #queue: RunQueue;

  constructor(options: {
    targets: Pick<DriftTargets, 'sync'>;
    runner: {
      queue(targetId: string, trigger: RunTrigger): Promise<RunRecord>;
    };
    queue: RunQueue;
  }) {
    this.#targets = options.targets;
    this.#runner = options.runner;
    this.#queue = options.queue;
  }

  /** @returns one announced run per target of the entity, as it declares them now */
  async start(entity: PlumblineEntity): Promise<RunRecord[]> {
    const targets = await this.#targets.sync(entity);
    const runs: RunRecord[] = [];
    for (const { id } of targets) {
      const run = await this.#runner.queue(id, 'person');
      this.#queue.add(run);
      runs.push(run);
    }
    return runs;
  }
}
