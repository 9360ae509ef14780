import type { Feed } from '@plumbline/backstage-plugin-plumbline-common';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { AuditStore } from '../../audit';
import type { ClusterHealthStore } from '../../clusters';
import { feedOf } from './feedOf';

/** Answers how each cluster is looked at and heard. */
export class Feeds {
  readonly #clusters: ClusterRegistry;
  readonly #health: ClusterHealthStore;
  readonly #audit: Pick<AuditStore, 'feeds'>;
  readonly #silentAfter: number;

  /** @param options - `silentAfter` in milliseconds */
  constructor(options: {
    clusters: ClusterRegistry;
    health: ClusterHealthStore;
    audit: Pick<AuditStore, 'feeds'>;
    silentAfter: number;
  }) {
    this.#clusters = options.clusters;
    this.#health = options.health;
    this.#audit = options.audit;
    this.#silentAfter = options.silentAfter;
  }

  /** Configured clusters in their order, then those that only have events. */
  async list(): Promise<Feed[]> {
    const [clusters, health, records] = await Promise.all([
      this.#clusters.list(),
      this.#health.list(),
      this.#audit.feeds(),
    ]);
    const names = new Set([
      ...clusters.map(({ name }) => name),
      ...records.map(({ cluster }) => cluster),
    ]);
    const now = Date.now();
    return [...names].map(name =>
      feedOf(name, {
        cluster: clusters.find(cluster => cluster.name === name),
        record: records.find(({ cluster }) => cluster === name),
        health: health.find(({ cluster }) => cluster === name),
        silentAfter: this.#silentAfter,
        now,
      }),
    );
  }
}
