import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ClusterAccess } from '@plumbline/backstage-plugin-plumbline-node';
import type { ClusterAccessConfig } from './clusterConfig';
import {
  ApiServerClusterAccess,
  KubeconfigTransport,
  type KubernetesPluginClusters,
  KubernetesPluginTransport,
} from './apiServer';
import {
  type ClusterHealthStore,
  HealthRecordingClusterAccess,
} from './health';
import { SnapshotClusterAccess } from './snapshot';

/** Makes the access to a cluster that its configuration asks for. */
export class ClusterAccesses {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #logger: LoggerService;
  readonly #health: ClusterHealthStore;
  readonly #pluginClusters: KubernetesPluginClusters;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
    health: ClusterHealthStore;
    pluginClusters: KubernetesPluginClusters;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#logger = options.logger;
    this.#health = options.health;
    this.#pluginClusters = options.pluginClusters;
  }

  /** @returns undefined for `access: none` */
  create(
    cluster: string,
    config: ClusterAccessConfig,
  ): ClusterAccess | undefined {
    const access = this.#create(cluster, config);
    return access && this.recorded(access);
  }

  /** The same access, with each look noted for the health of its cluster. */
  recorded(access: ClusterAccess): ClusterAccess {
    return new HealthRecordingClusterAccess({
      access,
      store: this.#health,
      logger: this.#logger,
    });
  }

  #create(
    cluster: string,
    config: ClusterAccessConfig,
  ): ClusterAccess | undefined {
    switch (config.kind) {
      case 'kubernetes':
        return new ApiServerClusterAccess({
          cluster,
          kind: 'kubernetes',
          transport: new KubernetesPluginTransport({
            cluster,
            auth: this.#auth,
            discovery: this.#discovery,
            clusters: this.#pluginClusters,
          }),
        });
      case 'kubeconfig': {
        const { path, context } = config;
        return new ApiServerClusterAccess({
          cluster,
          kind: 'kubeconfig',
          transport: new KubeconfigTransport({
            cluster,
            source: { kind: 'file', path, context },
          }),
        });
      }
      case 'inCluster':
        return new ApiServerClusterAccess({
          cluster,
          kind: 'inCluster',
          transport: new KubeconfigTransport({
            cluster,
            source: { kind: 'inCluster' },
          }),
        });
      case 'snapshot':
        return new SnapshotClusterAccess({ cluster, folder: config.folder });
      default:
        return undefined;
    }
  }
}
