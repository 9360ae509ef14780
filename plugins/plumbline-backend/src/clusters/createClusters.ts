import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  ClusterAccess,
  ClusterRegistry,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { Knex } from 'knex';
import { KubernetesPluginClusters } from './apiServer';
import { ClusterAccesses } from './ClusterAccesses';
import type { ClusterConfig } from './clusterConfig';
import { ConfiguredClusterRegistry } from './ConfiguredClusterRegistry';
import { type ClusterHealthStore, DatabaseClusterHealthStore } from './health';

/** Wires the clusters domain. */
export function createClusters(options: {
  knex: Knex;
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  clusters: ClusterConfig[] | undefined;
  /** Accesses that modules add. */
  added: ClusterAccess[];
}): { clusters: ClusterRegistry; health: ClusterHealthStore } {
  const { auth, discovery, logger } = options;
  const health = new DatabaseClusterHealthStore(options.knex);
  const pluginClusters = new KubernetesPluginClusters({ auth, discovery });
  const accesses = new ClusterAccesses({
    auth,
    discovery,
    logger,
    health,
    pluginClusters,
  });
  const clusters = new ConfiguredClusterRegistry({
    clusters: options.clusters,
    added: options.added,
    accesses,
    pluginClusters,
    logger,
  });
  return { clusters, health };
}
