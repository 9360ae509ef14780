import { API, POD, type ImpactCases } from './ImpactCases';

export const OTHER_CASES: ImpactCases = {
  'an object as a whole': {
    applies: [
      { path: '$resource', type: 'object-missing' },
      { kind: 'ConfigMap', path: '$resource', type: 'object-unexpected' },
    ],
    not: [{ path: 'spec.resource' }],
  },
  'code that runs': {
    applies: [
      { path: `${API}.image`, desired: 'api:1', live: 'api:2' },
      { path: `${API}.command` },
      { path: `${API}.args[1]` },
      { path: `${POD}.initContainers[name=migrate]`, type: 'missing' },
      { path: `${POD}.containers[name=debug]`, type: 'additive' },
      { kind: 'Pod', path: 'spec.ephemeralContainers[name=debug]' },
    ],
    not: [
      { path: `${API}.imagePullPolicy` },
      { path: `${API}.workingDir` },
      { path: `${API}.env[name=command].value` },
    ],
  },
  'probe removed': {
    applies: [
      { path: `${API}.livenessProbe`, type: 'missing' },
      { path: `${API}.readinessProbe`, type: 'missing' },
      { path: `${API}.startupProbe`, type: 'missing' },
    ],
    not: [
      { path: `${API}.livenessProbe`, type: 'additive' },
      { path: `${API}.livenessProbe.periodSeconds`, type: 'missing' },
    ],
  },
  'data that a workload reads': {
    applies: [
      { kind: 'ConfigMap', path: 'data.TIMEOUT', isUsed: true },
      { kind: 'ConfigMap', path: 'binaryData.key', isUsed: true },
      { kind: 'Secret', path: 'data.token', isUsed: true },
    ],
    not: [
      { kind: 'ConfigMap', path: 'data.TIMEOUT', isUsed: false },
      { kind: 'ConfigMap', path: 'metadata.labels.team', isUsed: true },
      { kind: 'Secret', path: 'type', isUsed: true },
    ],
  },
  'scaled to nothing': {
    applies: [{ path: 'spec.replicas', desired: 3, live: 0 }],
    not: [
      { path: 'spec.replicas', desired: 3, live: 1 },
      { path: 'spec.replicas', desired: 3, live: undefined },
      { path: 'spec.minReplicas', live: 0 },
    ],
  },
  'resources cut': {
    applies: [
      {
        path: `${API}.resources.limits.memory`,
        desired: '512Mi',
        live: '511Mi',
      },
      { path: `${API}.resources.requests.cpu`, desired: '1', live: '500m' },
      { path: `${API}.resources.limits`, type: 'missing' },
      {
        path: `${API}.resources`,
        desired: { limits: { cpu: '1', memory: '1Gi' } },
        live: { limits: { cpu: '2', memory: '512Mi' } },
      },
      {
        path: `${API}.resources`,
        desired: { limits: { cpu: '1', memory: '1Gi' } },
        live: { limits: { cpu: '2' } },
      },
    ],
    not: [
      { path: `${API}.resources.limits.memory`, desired: '1Gi', live: '2Gi' },
      {
        path: `${API}.resources`,
        desired: { limits: { cpu: '1', memory: '1Gi' } },
        live: { limits: { cpu: '1', memory: '2Gi' } },
      },
      { path: `${API}.resources.limits.cpu`, type: 'additive', live: '1' },
      { path: 'spec.resourcesPolicy', desired: '2', live: '1' },
    ],
  },
  'what picks pods': {
    applies: [
      { kind: 'Service', path: 'spec.selector.app' },
      { kind: 'Deployment', path: 'spec.selector.matchLabels.app' },
      { path: 'spec.template.metadata.labels.app', isSelected: true },
    ],
    not: [
      { path: 'spec.template.metadata.labels.team', isSelected: false },
      { kind: 'Service', path: 'spec.selectorHint' },
    ],
  },
  'labels and annotations': {
    applies: [
      { path: 'metadata.labels.team' },
      { path: 'metadata.annotations.example.com/owner' },
      { path: 'spec.template.metadata.annotations.note' },
    ],
    not: [{ path: 'spec.metadata' }, { path: 'spec.minReadySeconds' }],
  },
  'another order': {
    applies: [
      { path: `${API}.ports`, desired: [1, 2, 2], live: [2, 1, 2] },
      { path: 'spec.items', desired: [{ a: 1 }, 'b'], live: ['b', { a: 1 }] },
    ],
    not: [
      { path: 'spec.items', desired: [1, 2], live: [1, 2] },
      { path: 'spec.items', desired: [1, 2, 2], live: [1, 1, 2] },
      { path: 'spec.items', desired: [1, 2], live: [1, 2, 3] },
      { path: 'spec.items', desired: 'ab', live: 'ba' },
    ],
  },
};
