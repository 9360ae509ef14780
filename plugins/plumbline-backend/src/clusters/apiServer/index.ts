export { ApiServerClusterAccess } from './ApiServerClusterAccess';
export { KubeconfigTransport } from './KubeconfigTransport';
export {
  type KubernetesPluginCluster,
  KubernetesPluginClusters,
} from './KubernetesPluginClusters';
export { KubernetesPluginTransport } from './KubernetesPluginTransport';
