import type { CoverageTarget, CoverageTargets } from '../CoverageTargets';
import type { DriftStore } from '../DriftStore';
import type { TargetRecord } from '../records';
import type { TargetViews } from './TargetViews';

/** Tells the coverage page what the last looks say of entities' set-up. */
export class DriftCoverage implements CoverageTargets {
  readonly #store: DriftStore;
  readonly #views: TargetViews;

  constructor(options: { store: DriftStore; views: TargetViews }) {
    this.#store = options.store;
    this.#views = options.views;
  }

  async ofEntities(
    entityRefs: string[],
  ): Promise<Map<string, CoverageTarget[]>> {
    const records = await this.#store.listTargets({ entityRefs });
    const views = await this.#views.of(records);
    const covered = new Map<string, CoverageTarget[]>();
    records.forEach((record, index) => {
      const known = covered.get(record.entityRef) ?? [];
      covered.set(record.entityRef, [
        ...known,
        {
          cluster: record.cluster || undefined,
          path: record.path,
          location: record.location,
          state: views[index].target.state,
          objectsTotal: record.look && record.look.objectsTotal,
          failure: failureOf(record),
        },
      ]);
    });
    return covered;
  }
}

function failureOf({ problem, look }: TargetRecord): CoverageTarget['failure'] {
  if (problem !== undefined) {
    return { step: 'cluster', message: problem };
  }
  return (
    look?.problem && { step: look.problem.step, message: look.problem.reason }
  );
}
