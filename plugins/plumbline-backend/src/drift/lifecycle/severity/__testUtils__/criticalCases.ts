import { API, POD, type ImpactCases } from './ImpactCases';

const secretEnv = (name: string) => ({
  name: 'TOKEN',
  valueFrom: { secretKeyRef: { name, key: 'token' } },
});

export const CRITICAL_CASES: ImpactCases = {
  rights: {
    applies: [
      { kind: 'Role', path: 'rules[0].verbs' },
      { kind: 'ClusterRole', path: '$resource', type: 'object-missing' },
      { kind: 'RoleBinding', path: 'subjects' },
      { kind: 'ClusterRoleBinding', path: 'roleRef.name' },
    ],
    not: [
      { kind: 'ClusterRole', path: 'metadata.labels.team' },
      { kind: 'RoleBindingPolicy', path: 'spec' },
    ],
  },
  'host and kernel access': {
    applies: [
      { path: `${API}.securityContext.privileged`, live: true },
      { path: `${API}.securityContext.allowPrivilegeEscalation` },
      { path: `${API}.securityContext.capabilities.add` },
      { path: `${POD}.hostNetwork` },
      { path: `${POD}.hostPID` },
      { path: `${POD}.hostIPC` },
      { path: `${POD}.volumes[name=host].hostPath.path` },
      { path: `${POD}.securityContext.runAsUser` },
      { path: `${POD}.securityContext.runAsNonRoot` },
      // Hidden in something that was added as a whole.
      {
        path: `${POD}.volumes[name=host]`,
        type: 'additive',
        live: { name: 'host', hostPath: { path: '/' } },
      },
      {
        path: `${POD}.containers[name=debug]`,
        type: 'additive',
        live: { name: 'debug', securityContext: { privileged: true } },
      },
    ],
    not: [
      {
        path: `${POD}.containers[name=debug]`,
        type: 'additive',
        live: { name: 'debug', securityContext: { privileged: false } },
      },
      {
        path: `${POD}.volumes[name=host]`,
        type: 'missing',
        desired: { hostPath: { path: '/' } },
      },
      { path: 'metadata.annotations.hostNetwork' },
      { kind: 'ConfigMap', path: 'data.privileged' },
      { path: `${POD}.hostAliases` },
      { path: `${POD}.securityContext.fsGroup` },
    ],
  },
  'service account': {
    applies: [{ path: `${POD}.serviceAccountName` }],
    not: [
      { path: `${POD}.automountServiceAccountToken` },
      { path: 'spec.serviceAccountNames' },
    ],
  },
  'admission webhook': {
    applies: [
      {
        kind: 'ValidatingWebhookConfiguration',
        path: 'webhooks[name=a].failurePolicy',
      },
      {
        kind: 'MutatingWebhookConfiguration',
        path: '$resource',
        type: 'object-missing',
      },
      { kind: 'ValidatingAdmissionPolicy', path: 'spec.failurePolicy' },
      {
        kind: 'ValidatingAdmissionPolicyBinding',
        path: '$resource',
        type: 'object-unexpected',
      },
    ],
    not: [
      {
        kind: 'ValidatingWebhookConfiguration',
        path: 'webhooks[name=a].timeoutSeconds',
      },
      { kind: 'Deployment', path: 'spec.failurePolicy' },
    ],
  },
  'network exposure': {
    applies: [
      { kind: 'NetworkPolicy', path: 'spec.ingress[0].from' },
      { kind: 'NetworkPolicy', path: '$resource', type: 'object-missing' },
      { kind: 'Ingress', path: 'spec.rules[0].host' },
      { kind: 'Ingress', path: 'spec.rules' },
      { kind: 'Ingress', path: 'spec.tls[0].hosts[0]' },
    ],
    not: [
      { kind: 'NetworkPolicy', path: 'metadata.labels.team' },
      { kind: 'Ingress', path: 'spec.rules[0].http.paths[0].path' },
      { kind: 'Ingress', path: 'spec.tls[0].secretName' },
      { kind: 'Service', path: 'spec.rules[0].host' },
    ],
  },
  'deletion of a stateful object': {
    applies: [
      'StatefulSet',
      'PersistentVolumeClaim',
      'PersistentVolume',
      'Namespace',
      'CustomResourceDefinition',
    ].map(kind => ({
      kind,
      path: '$resource',
      type: 'object-missing' as const,
    })),
    not: [
      { kind: 'Deployment', path: '$resource', type: 'object-missing' },
      { kind: 'StatefulSet', path: '$resource', type: 'object-unexpected' },
      { kind: 'StatefulSet', path: 'spec.podManagementPolicy' },
    ],
  },
  'another registry': {
    applies: [
      { path: `${API}.image`, desired: 'r.example.com/api:1', live: 'api:1' },
      {
        path: `${API}.image`,
        desired: 'api:1',
        live: 'docker.evil.com/library/api:1',
      },
      {
        path: `${API}.image`,
        desired: 'r.example.com/api:1',
        live: 'r.example.com:5000/api:1',
      },
    ],
    not: [
      { path: `${API}.image`, desired: 'docker.io/api:1', live: 'api:2' },
      { path: `${API}.image`, desired: 'team/api:1', live: 'other/api:1' },
      { path: `${API}.imagePullPolicy`, desired: 'a.com/b', live: 'c.com/b' },
    ],
  },
  'a tag that can be moved': {
    applies: [
      { path: `${API}.image`, desired: 'api:1', live: 'api:latest' },
      { path: `${API}.image`, desired: 'api:1', live: 'api' },
      { path: `${API}.image`, desired: 'api@sha256:0', live: 'api:latest' },
    ],
    not: [
      { path: `${API}.image`, desired: 'api:latest', live: 'api' },
      { path: `${API}.image`, desired: 'api:1', live: 'api:2' },
      { path: `${API}.image`, desired: 'api:1', live: 'api:latest@sha256:0' },
      { path: `${API}.image`, desired: 'api', live: 'api:1' },
    ],
  },
  'environment from a new secret': {
    applies: [
      { path: `${API}.env[name=TOKEN]`, live: secretEnv('other') },
      {
        path: `${API}.env[name=TOKEN].valueFrom.secretKeyRef.name`,
        desired: 'tokens',
        live: 'other',
      },
      {
        path: `${API}.envFrom`,
        desired: [],
        live: [{ secretRef: { name: 'a' } }],
      },
      { path: `${API}.envFrom[0].secretRef`, live: { name: 'a' } },
    ],
    not: [
      {
        path: `${API}.env[name=TOKEN]`,
        desired: secretEnv('tokens'),
        live: secretEnv('tokens'),
      },
      { path: `${API}.env[name=TOKEN]`, desired: secretEnv('tokens') },
      { path: `${API}.env[name=MODE].value`, desired: 'a', live: 'b' },
      {
        path: `${API}.env[name=MODE].valueFrom.configMapKeyRef.name`,
        live: 'other',
      },
    ],
  },
};
