import {
  isList,
  isMap,
  JsonMap,
  JsonValue,
  own,
  sameJson,
} from '../values/json';
import { SchemaNode } from './schemaNode';

const WEBHOOK: JsonMap = {
  failurePolicy: 'Fail',
  matchPolicy: 'Equivalent',
  namespaceSelector: {},
  objectSelector: {},
  timeoutSeconds: 10,
};

/**
 * Values that the API server fills in for fields nobody declared. They are
 * set in Go code and stand in no OpenAPI document. Needed to tell what a person
 * added from what came by itself with the person's request.
 */
const DEFAULTS: Record<string, JsonMap> = {
  'apps.v1.DeploymentSpec': {
    progressDeadlineSeconds: 600,
    replicas: 1,
    revisionHistoryLimit: 10,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
    },
  },
  'apps.v1.DeploymentStrategy': {
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
  },
  'apps.v1.RollingUpdateDeployment': { maxSurge: '25%', maxUnavailable: '25%' },
  'apps.v1.DaemonSetSpec': {
    revisionHistoryLimit: 10,
    updateStrategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    },
  },
  'apps.v1.DaemonSetUpdateStrategy': {
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
  },
  'apps.v1.StatefulSetSpec': {
    podManagementPolicy: 'OrderedReady',
    replicas: 1,
    revisionHistoryLimit: 10,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    },
  },
  'apps.v1.StatefulSetUpdateStrategy': {
    type: 'RollingUpdate',
    rollingUpdate: { partition: 0 },
  },
  'batch.v1.CronJobSpec': {
    concurrencyPolicy: 'Allow',
    failedJobsHistoryLimit: 1,
    successfulJobsHistoryLimit: 3,
    suspend: false,
  },
  'batch.v1.JobSpec': {
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    completions: 1,
    manualSelector: false,
    parallelism: 1,
    podReplacementPolicy: 'TerminatingOrFailed',
    suspend: false,
  },
  'core.v1.PodSpec': {
    dnsPolicy: 'ClusterFirst',
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
    priority: 0,
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    serviceAccountName: 'default',
    terminationGracePeriodSeconds: 30,
  },
  'core.v1.Container': {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  },
  'core.v1.EphemeralContainer': {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  },
  'core.v1.ContainerPort': { protocol: 'TCP' },
  'core.v1.Probe': {
    failureThreshold: 3,
    periodSeconds: 10,
    successThreshold: 1,
    timeoutSeconds: 1,
  },
  'core.v1.HTTPGetAction': { path: '/', scheme: 'HTTP' },
  'core.v1.ObjectFieldSelector': { apiVersion: 'v1' },
  'core.v1.SecretVolumeSource': { defaultMode: 420 },
  'core.v1.ConfigMapVolumeSource': { defaultMode: 420 },
  'core.v1.DownwardAPIVolumeSource': { defaultMode: 420 },
  'core.v1.ProjectedVolumeSource': { defaultMode: 420 },
  'core.v1.ServiceAccountTokenProjection': { expirationSeconds: 3600 },
  'core.v1.HostPathVolumeSource': { type: '' },
  'core.v1.ServiceSpec': {
    allocateLoadBalancerNodePorts: true,
    externalTrafficPolicy: 'Cluster',
    internalTrafficPolicy: 'Cluster',
    ipFamilyPolicy: 'SingleStack',
    sessionAffinity: 'None',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
    type: 'ClusterIP',
  },
  'core.v1.ServicePort': { protocol: 'TCP' },
  'core.v1.PersistentVolumeClaimSpec': { volumeMode: 'Filesystem' },
  'core.v1.Secret': { type: 'Opaque' },
  'core.v1.NamespaceSpec': { finalizers: ['kubernetes'] },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': {
    minReplicas: 1,
    metrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ],
  },
  'autoscaling.v1.HorizontalPodAutoscalerSpec': {
    minReplicas: 1,
    targetCPUUtilizationPercentage: 80,
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec':
    { conversion: { strategy: 'None' } },
  'admissionregistration.v1.ValidatingWebhook': WEBHOOK,
  'admissionregistration.v1.MutatingWebhook': {
    ...WEBHOOK,
    reinvocationPolicy: 'Never',
  },
  'admissionregistration.v1.RuleWithOperations': { scope: '*' },
  'admissionregistration.v1.ServiceReference': { port: 443 },
  'networking.v1.NetworkPolicyPort': { protocol: 'TCP' },
  'rbac.v1.RoleRef': { apiGroup: 'rbac.authorization.k8s.io' },
  'rbac.v1.Subject': { apiGroup: 'rbac.authorization.k8s.io' },
};

/** Filled in by the API server or a controller, with no fixed value. */
const ALLOCATED: Record<string, readonly string[]> = {
  'core.v1.ServiceSpec': [
    'clusterIP',
    'clusterIPs',
    'healthCheckNodePort',
    'ipFamilies',
  ],
  'core.v1.ServicePort': ['nodePort', 'targetPort'],
  'core.v1.PersistentVolumeClaimSpec': ['volumeName', 'storageClassName'],
  'core.v1.PodSpec': ['nodeName', 'tolerations'],
  'batch.v1.JobSpec': ['selector'],
  'core.v1.NamespaceSpec': ['finalizers'],
  'networking.v1.NetworkPolicySpec': ['policyTypes'],
  'autoscaling.v2.HPAScalingRules': [
    'policies',
    'selectPolicy',
    'stabilizationWindowSeconds',
  ],
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames':
    ['listKind', 'singular'],
};

/** Where a value stands: its type's name and field, or its schema's default. */
export interface DefaultPlace {
  schema?: SchemaNode;
  name?: string;
  /** Type of the struct that holds the field. */
  parentType?: string;
  /** The live struct that holds the field. */
  parent?: JsonValue;
}

/**
 * Whether a live value is what the API server would have put there unasked.
 */
export function isDefault(live: JsonValue, place: DefaultPlace): boolean {
  const { schema, name, parentType, parent } = place;
  if (schema?.default !== undefined && sameJson(schema.default, live)) {
    return true;
  }
  if (isMap(live) && schema?.typeName && isDefaultStruct(live, schema)) {
    return true;
  }
  if (name === undefined || parentType === undefined) {
    return false;
  }
  if (ALLOCATED[parentType]?.includes(name)) {
    return parentType !== 'core.v1.ServicePort' || name !== 'targetPort'
      ? true
      : sameJson(live, own(parent, 'port') ?? null);
  }
  if (name === 'imagePullPolicy') {
    return live === defaultPullPolicy(own(parent, 'image'));
  }
  if (name === 'serviceAccount' && parentType === 'core.v1.PodSpec') {
    // The old name of serviceAccountName: the API server keeps the two equal.
    return sameJson(live, own(parent, 'serviceAccountName') ?? 'default');
  }
  const known = own(DEFAULTS[parentType], name);
  return known !== undefined && withinDefault(live, known);
}

/** A struct is a default when every field in it is. */
function isDefaultStruct(live: JsonMap, schema: SchemaNode): boolean {
  return Object.keys(live).every(name =>
    isDefault(live[name], {
      schema: schema.field(name),
      name,
      parentType: schema.typeName,
      parent: live,
    }),
  );
}

function withinDefault(live: JsonValue, known: JsonValue): boolean {
  if (isMap(live) && isMap(known)) {
    return Object.keys(live).every(key => {
      const value = own(known, key);
      return value !== undefined && withinDefault(live[key], value);
    });
  }
  return isList(live) && live.length === 0 ? true : sameJson(live, known);
}

/** `Always` for an image without a tag or with `latest`. */
function defaultPullPolicy(image: JsonValue | undefined): string {
  const name = typeof image === 'string' ? image : '';
  if (name.includes('@')) {
    return 'IfNotPresent';
  }
  const tag = /:([^/:]+)$/.exec(name)?.[1];
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}
