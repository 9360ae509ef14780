import type { EntityClusters } from '../friction';
import type { DriftStore } from './DriftStore';

/** On which clusters the targets of entities are. */
export class TargetClusters implements EntityClusters {
  readonly #store: Pick<DriftStore, 'listTargets'>;

  constructor(store: Pick<DriftStore, 'listTargets'>) {
    this.#store = store;
  }

  async clustersOf(entityRefs: string[]): Promise<Map<string, string[]>> {
    const targets = await this.#store.listTargets({ entityRefs });
    const clusters = new Map<string, string[]>();
    for (const { entityRef, cluster } of targets) {
      clusters.set(entityRef, [...(clusters.get(entityRef) ?? []), cluster]);
    }
    return clusters;
  }
}
