/** What the tools know about a built-in type. */
export interface KnownType {
  kind: string;
  namespaced: boolean;
}

const NAMESPACED: Record<string, string> = {
  bindings: 'Binding',
  configmaps: 'ConfigMap',
  endpoints: 'Endpoints',
  events: 'Event',
  limitranges: 'LimitRange',
  persistentvolumeclaims: 'PersistentVolumeClaim',
  pods: 'Pod',
  podtemplates: 'PodTemplate',
  replicationcontrollers: 'ReplicationController',
  resourcequotas: 'ResourceQuota',
  secrets: 'Secret',
  serviceaccounts: 'ServiceAccount',
  services: 'Service',
  'controllerrevisions.apps': 'ControllerRevision',
  'daemonsets.apps': 'DaemonSet',
  'deployments.apps': 'Deployment',
  'replicasets.apps': 'ReplicaSet',
  'statefulsets.apps': 'StatefulSet',
  'horizontalpodautoscalers.autoscaling': 'HorizontalPodAutoscaler',
  'cronjobs.batch': 'CronJob',
  'jobs.batch': 'Job',
  'leases.coordination.k8s.io': 'Lease',
  'endpointslices.discovery.k8s.io': 'EndpointSlice',
  'events.events.k8s.io': 'Event',
  'pods.metrics.k8s.io': 'PodMetrics',
  'ingresses.networking.k8s.io': 'Ingress',
  'networkpolicies.networking.k8s.io': 'NetworkPolicy',
  'poddisruptionbudgets.policy': 'PodDisruptionBudget',
  'rolebindings.rbac.authorization.k8s.io': 'RoleBinding',
  'roles.rbac.authorization.k8s.io': 'Role',
  'resourceclaims.resource.k8s.io': 'ResourceClaim',
  'resourceclaimtemplates.resource.k8s.io': 'ResourceClaimTemplate',
  'csistoragecapacities.storage.k8s.io': 'CSIStorageCapacity',
};

const CLUSTER: Record<string, string> = {
  componentstatuses: 'ComponentStatus',
  namespaces: 'Namespace',
  nodes: 'Node',
  persistentvolumes: 'PersistentVolume',
  'mutatingwebhookconfigurations.admissionregistration.k8s.io':
    'MutatingWebhookConfiguration',
  'validatingwebhookconfigurations.admissionregistration.k8s.io':
    'ValidatingWebhookConfiguration',
  'validatingadmissionpolicies.admissionregistration.k8s.io':
    'ValidatingAdmissionPolicy',
  'validatingadmissionpolicybindings.admissionregistration.k8s.io':
    'ValidatingAdmissionPolicyBinding',
  'mutatingadmissionpolicies.admissionregistration.k8s.io':
    'MutatingAdmissionPolicy',
  'mutatingadmissionpolicybindings.admissionregistration.k8s.io':
    'MutatingAdmissionPolicyBinding',
  'customresourcedefinitions.apiextensions.k8s.io': 'CustomResourceDefinition',
  'apiservices.apiregistration.k8s.io': 'APIService',
  'certificatesigningrequests.certificates.k8s.io': 'CertificateSigningRequest',
  'flowschemas.flowcontrol.apiserver.k8s.io': 'FlowSchema',
  'prioritylevelconfigurations.flowcontrol.apiserver.k8s.io':
    'PriorityLevelConfiguration',
  'nodes.metrics.k8s.io': 'NodeMetrics',
  'ingressclasses.networking.k8s.io': 'IngressClass',
  'ipaddresses.networking.k8s.io': 'IPAddress',
  'servicecidrs.networking.k8s.io': 'ServiceCIDR',
  'runtimeclasses.node.k8s.io': 'RuntimeClass',
  'clusterrolebindings.rbac.authorization.k8s.io': 'ClusterRoleBinding',
  'clusterroles.rbac.authorization.k8s.io': 'ClusterRole',
  'deviceclasses.resource.k8s.io': 'DeviceClass',
  'resourceslices.resource.k8s.io': 'ResourceSlice',
  'priorityclasses.scheduling.k8s.io': 'PriorityClass',
  'csidrivers.storage.k8s.io': 'CSIDriver',
  'csinodes.storage.k8s.io': 'CSINode',
  'storageclasses.storage.k8s.io': 'StorageClass',
  'volumeattachments.storage.k8s.io': 'VolumeAttachment',
};

const TYPES: ReadonlyMap<string, KnownType> = new Map<string, KnownType>([
  ...Object.entries(NAMESPACED).map(
    ([type, kind]) => [type, { kind, namespaced: true }] as const,
  ),
  ...Object.entries(CLUSTER).map(
    ([type, kind]) => [type, { kind, namespaced: false }] as const,
  ),
]);

/** A built-in type; undefined for a custom resource. */
export function knownType(
  apiGroup: string,
  resource: string,
): KnownType | undefined {
  return TYPES.get(apiGroup ? `${resource}.${apiGroup}` : resource);
}

const RESOURCE_OF_KIND: ReadonlyMap<string, string> = new Map(
  [...TYPES].map(([type, { kind }]) => [kind, type.split('.')[0]]),
);

/** Lower-case plural of a kind; English rules for kinds we do not know. */
export function resourceOfKind(kind: string): string {
  const known = RESOURCE_OF_KIND.get(kind);
  if (known) {
    return known;
  }
  const lower = kind.toLowerCase();
  if (/[^aeiou]y$/.test(lower)) {
    return `${lower.slice(0, -1)}ies`;
  }
  return /(s|x|ch|sh)$/.test(lower) ? `${lower}es` : `${lower}s`;
}
