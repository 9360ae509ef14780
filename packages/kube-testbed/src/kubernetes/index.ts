export { ApiServerDouble } from './ApiServerDouble';
export type {
  ApiServerDoubleOptions,
  ReceivedRequest,
} from './ApiServerDouble';
export type { Fault, FaultBehaviour } from './Fault';
export type { KubernetesObject } from './KubernetesObject';
export { BUILT_IN_RESOURCES, apiVersionOf } from './ResourceType';
export type { ResourceType } from './ResourceType';
export { loopbackKubeconfig } from './loopbackKubeconfig';
