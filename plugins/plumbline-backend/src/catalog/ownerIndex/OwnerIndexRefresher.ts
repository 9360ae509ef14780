import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import {
  type ClusterAccess,
  ClusterAccessError,
  type ClusterRegistry,
  type ClusterResource,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import { readObjectMetadata } from '../../clusters/objectMetadata';
import { type IndexedObject, trackedAnnotations } from './IndexedObject';
import { indexedResources } from './indexedResources';
import type { OwnerIndexStore } from './OwnerIndexStore';

const CONCURRENT_LISTS = 3;

/** Lists the objects of all observable clusters, metadata only, into the owner index. */
export class OwnerIndexRefresher {
  readonly #clusters: ClusterRegistry;
  readonly #store: OwnerIndexStore;
  readonly #logger: LoggerService;
  readonly #retention?: number;

  /**
   * @param options - `retention`: how long objects are remembered after they are gone, in milliseconds; undefined for ever
   */
  constructor(options: {
    clusters: ClusterRegistry;
    store: OwnerIndexStore;
    logger: LoggerService;
    retention: number | undefined;
  }) {
    this.#clusters = options.clusters;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#retention = options.retention;
  }

  /** Refreshes on a schedule, in one replica at a time. */
  async start(
    scheduler: SchedulerService,
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): Promise<void> {
    await scheduler.scheduleTask({
      ...schedule,
      id: 'plumbline-owner-index',
      scope: 'global',
      fn: signal => this.refresh(signal),
    });
  }

  /** Looks at all clusters once; what cannot be looked at is left as it is known. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const clusters = await this.#clusters.list();
    await Promise.all(
      clusters.map(async ({ access }) => {
        if (access) {
          await this.#refreshCluster(access, signal);
        }
      }),
    );
    if (this.#retention !== undefined) {
      await this.#store.removeBefore(Date.now() - this.#retention);
    }
  }

  async #refreshCluster(
    access: ClusterAccess,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const failures: string[] = [];
    let written = 0;
    try {
      const waiting = indexedResources(await access.discover({ signal }));
      const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          signal?.throwIfAborted();
          const outcome = await this.#refreshResource(access, next, signal);
          written += outcome.written;
          failures.push(...outcome.failures);
        }
      };
      await Promise.all(Array.from({ length: CONCURRENT_LISTS }, work));
    } catch (error) {
      if (!(error instanceof ClusterAccessError)) {
        throw error;
      }
      failures.push(error.message);
    }
    this.#logger.debug(
      `Owner index of cluster '${access.cluster}': ${written} objects new or changed`,
      failures.length > 0 ? { failures: failures.join('; ') } : {},
    );
  }

  async #refreshResource(
    access: ClusterAccess,
    resource: ClusterResource,
    signal: AbortSignal | undefined,
  ): Promise<{ written: number; failures: string[] }> {
    try {
      const { group, version, plural } = resource;
      const list = await access.list(
        { group, version, plural, metadataOnly: true },
        { signal },
      );
      const objects = list.items.flatMap(
        item => indexedObject(access.cluster, resource, item) ?? [],
      );
      const written = await this.#store.put(objects, Date.now());
      return { written, failures: [] };
    } catch (error) {
      // One kind that may not be listed leaves the others as they are.
      if (error instanceof ClusterAccessError) {
        const failure = `${resource.plural}: ${error.message}`;
        return { written: 0, failures: [failure] };
      }
      throw error;
    }
  }
}

function indexedObject(
  cluster: string,
  resource: ClusterResource,
  object: KubeObject,
): IndexedObject | undefined {
  const metadata = readObjectMetadata(object.metadata);
  if (metadata.name === undefined) {
    return undefined;
  }
  return {
    cluster,
    apiGroup: resource.group,
    resource: resource.plural,
    kind: resource.kind,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid ?? '',
    labels: metadata.labels,
    annotations: trackedAnnotations(metadata.annotations),
    owners: metadata.ownerReferences,
  };
}
