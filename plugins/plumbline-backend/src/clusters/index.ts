export { KubernetesPluginClusters } from './apiServer';
export { ClusterAccesses } from './ClusterAccesses';
export { ConfiguredClusterRegistry } from './ConfiguredClusterRegistry';
export {
  type ClusterHealth,
  type ClusterHealthStore,
  DatabaseClusterHealthStore,
} from './health';
export { createClusters } from './createClusters';
