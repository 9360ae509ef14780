import type {
  Finding,
  Target,
  VerdictCounts,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { DriftStore } from '../DriftStore';
import type { RunRecord, TargetRecord } from '../records';
import { toTarget } from './toTarget';
import { unverifiableFindings } from './unverifiableFindings';

/** A run that began longer ago has died with its process. */
const RUN_LIMIT = 15 * 60_000;

/** A target with what is shown beside it. */
export interface TargetView {
  target: Target;
  counts: VerdictCounts;
  /** One entry for each object that could not be compared. */
  unverifiable: Finding[];
  isRunning: boolean;
}

export const NO_DIFFERENCES: VerdictCounts = {
  drift: 0,
  expected: 0,
  ignored: 0,
  excluded: 0,
  unverifiable: 0,
};

/** Puts together what is stored of targets. */
export class TargetViews {
  readonly #store: DriftStore;
  readonly #interval: number;
  readonly #now: () => number;

  constructor(options: {
    store: DriftStore;
    /** How often targets are checked, milliseconds. */
    interval: number;
    /** Clock; milliseconds since the epoch. */
    now?: () => number;
  }) {
    this.#store = options.store;
    this.#interval = options.interval;
    this.#now = options.now ?? Date.now;
  }

  /** One view per target, in order. */
  async of(targets: readonly TargetRecord[]): Promise<TargetView[]> {
    const ids = targets.map(({ id }) => id);
    const [counts, runs, objects] = await Promise.all([
      this.#store.countVerdicts(ids),
      this.#store.lastRuns(ids),
      this.#store.objects(ids),
    ]);
    const now = this.#now();
    return targets.map(target => {
      const own = objects.get(target.id) ?? [];
      const found = counts.get(target.id) ?? NO_DIFFERENCES;
      const lastRun = runs.get(target.id);
      const unverifiable = unverifiableFindings(target, own);
      return {
        target: toTarget(target, {
          driftCount: found.drift,
          objects: own,
          lastRun,
          now,
          interval: this.#interval,
        }),
        counts: {
          ...found,
          unverifiable: found.unverifiable + unverifiable.length,
        },
        unverifiable,
        isRunning: isRunning(lastRun, now),
      };
    });
  }
}

export function addCounts(a: VerdictCounts, b: VerdictCounts): VerdictCounts {
  return {
    drift: a.drift + b.drift,
    expected: a.expected + b.expected,
    ignored: a.ignored + b.ignored,
    excluded: a.excluded + b.excluded,
    unverifiable: a.unverifiable + b.unverifiable,
  };
}

function isRunning(run: RunRecord | undefined, now: number): boolean {
  return (
    (run?.status === 'queued' || run?.status === 'running') &&
    now - run.startedAt < RUN_LIMIT
  );
}
