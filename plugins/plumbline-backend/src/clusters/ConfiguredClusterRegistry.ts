import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterAccess,
  ClusterRegistry,
  KnownCluster,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { ClusterConfig } from './clusterConfig';
import type {
  KubernetesPluginCluster,
  KubernetesPluginClusters,
} from './apiServer';
import type { ClusterAccesses } from './ClusterAccesses';

/**
 * The clusters of the configuration and of modules. Without any in the configuration, the kubernetes plugin's clusters
 * take their place: observable, but without audit events and with nothing to be claimed.
 */
export class ConfiguredClusterRegistry implements ClusterRegistry {
  readonly #fixed: readonly KnownCluster[];
  readonly #pluginClusters?: KubernetesPluginClusters;
  readonly #accesses: ClusterAccesses;
  readonly #logger: LoggerService;
  readonly #fromPlugin = new Map<string, KnownCluster>();

  /**
   * @param options - `clusters` of the configuration, undefined when it has none; `added` are the modules' accesses, which
   * give a configured cluster of the same name another way to be looked at
   */
  constructor(options: {
    clusters: ClusterConfig[] | undefined;
    added: ClusterAccess[];
    accesses: ClusterAccesses;
    pluginClusters: KubernetesPluginClusters;
    logger: LoggerService;
  }) {
    this.#accesses = options.accesses;
    this.#logger = options.logger;
    this.#pluginClusters = options.clusters
      ? undefined
      : options.pluginClusters;
    this.#fixed = fixedClusters(
      options.clusters ?? [],
      options.added,
      options.accesses,
    );
  }

  async list(): Promise<KnownCluster[]> {
    if (!this.#pluginClusters) {
      return [...this.#fixed];
    }
    await this.#refreshFromPlugin(this.#pluginClusters);
    const taken = new Set(this.#fixed.map(({ name }) => name));
    return [
      ...this.#fixed,
      ...[...this.#fromPlugin.values()].filter(({ name }) => !taken.has(name)),
    ];
  }

  async get(name: string): Promise<KnownCluster | undefined> {
    const clusters = await this.list();
    return clusters.find(cluster => cluster.name === name);
  }

  async #refreshFromPlugin(source: KubernetesPluginClusters): Promise<void> {
    let clusters: KubernetesPluginCluster[];
    try {
      clusters = await source.list();
    } catch (error) {
      // A cluster does not cease to exist because the plugin is busy: keep those that were listed last.
      this.#logger.warn(
        'The list of clusters is not fresh',
        error instanceof Error ? error : undefined,
      );
      return;
    }
    const listed = new Set(clusters.map(({ name }) => name));
    for (const name of this.#fromPlugin.keys()) {
      if (!listed.has(name)) {
        this.#fromPlugin.delete(name);
      }
    }
    for (const { name, title } of clusters) {
      if (!this.#fromPlugin.has(name)) {
        this.#fromPlugin.set(name, {
          name,
          title,
          access: this.#accesses.create(name, { kind: 'kubernetes' }),
          claimableNamespaces: [],
        });
      }
    }
  }
}

function fixedClusters(
  configured: ClusterConfig[],
  added: ClusterAccess[],
  accesses: ClusterAccesses,
): KnownCluster[] {
  const addedByName = new Map(
    added.map(access => [access.cluster, accesses.recorded(access)]),
  );
  const names = new Set(configured.map(({ name }) => name));
  return [
    ...configured.map(({ access, ...cluster }) => ({
      ...cluster,
      access:
        addedByName.get(cluster.name) ?? accesses.create(cluster.name, access),
    })),
    ...[...addedByName]
      .filter(([name]) => !names.has(name))
      .map(([name, access]) => ({ name, access, claimableNamespaces: [] })),
  ];
}
