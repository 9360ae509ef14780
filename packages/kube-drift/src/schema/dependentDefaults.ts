import { JsonMap, JsonValue } from '../values/json';

/** Filled in by the API server or a controller, with no fixed value. */
export const ALLOCATED: Record<string, readonly string[]> = {
  'core.v1.ServiceSpec': [
    'clusterIP',
    'clusterIPs',
    'healthCheckNodePort',
    'ipFamilies',
  ],
  'core.v1.ServicePort': ['nodePort'],
  'core.v1.PersistentVolumeClaimSpec': ['volumeName', 'storageClassName'],
  'batch.v1.JobSpec': ['selector'],
  'core.v1.NamespaceSpec': ['finalizers'],
  'networking.v1.NetworkPolicySpec': ['policyTypes'],
  'autoscaling.v2.HPAScalingRules': ['policies'],
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames':
    ['listKind', 'singular'],
};

/** Filled in with this value where another field of the same struct is set. */
export const DEFAULTS_BESIDE: Record<
  string,
  Record<string, { field: string; value: JsonValue }>
> = {
  'batch.v1.JobSpec': {
    backoffLimit: { field: 'backoffLimitPerIndex', value: 2147483647 },
    podReplacementPolicy: { field: 'podFailurePolicy', value: 'Failed' },
  },
};

/**
 * Pull policies, whose default depends on the image that this field of the
 * same struct names.
 */
export const PULL_POLICIES: Record<string, Record<string, string>> = {
  'core.v1.Container': { imagePullPolicy: 'image' },
  'core.v1.EphemeralContainer': { imagePullPolicy: 'image' },
  'core.v1.ImageVolumeSource': { pullPolicy: 'reference' },
};

/**
 * Filled in with the value of another field of the same struct; of maps, entry
 * by entry.
 */
export const COPIED: Record<string, Record<string, readonly string[]>> = {
  'core.v1.ContainerPort': { hostPort: ['containerPort'] },
  'core.v1.LimitRangeItem': {
    default: ['max'],
    defaultRequest: ['default', 'min', 'max'],
  },
  'core.v1.PersistentVolumeClaimSpec': {
    dataSource: ['dataSourceRef'],
    dataSourceRef: ['dataSource'],
  },
  'core.v1.ResourceRequirements': { requests: ['limits'] },
  'core.v1.ServicePort': { targetPort: ['port'] },
};

/** Numbers that cannot be zero: the API server takes zero for "not said". */
export const ZERO_MEANS_DEFAULT: Record<string, readonly string[]> = {
  'core.v1.Probe': [
    'failureThreshold',
    'periodSeconds',
    'successThreshold',
    'timeoutSeconds',
  ],
  'core.v1.ServicePort': ['nodePort', 'targetPort'],
  'core.v1.ContainerPort': ['hostPort'],
  'flowcontrol.v1.FlowSchemaSpec': ['matchingPrecedence'],
  'flowcontrol.v1.QueuingConfiguration': [
    'handSize',
    'queueLengthLimit',
    'queues',
  ],
};

/** What the API server gives every Pod that does not say otherwise. */
export const DEFAULT_TOLERATIONS: readonly JsonMap[] = [
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
].map(key => ({
  key,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));
