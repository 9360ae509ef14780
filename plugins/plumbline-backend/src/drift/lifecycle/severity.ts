import type {
  FindingType,
  Severity,
} from '@plumbline/backstage-plugin-plumbline-common';
import { RESOURCE_PATH } from '@plumbline/kube-drift';

/** What severity depends on. */
export interface SeverityInput {
  kind: string;
  path: string;
  type: FindingType;
  desired?: unknown;
  live?: unknown;
}

interface SeverityRule {
  severity: Severity;
  applies(input: SeverityInput): boolean;
}

const RANKS: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

const STATEFUL = new Set([
  'StatefulSet',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'Namespace',
  'CustomResourceDefinition',
]);
const RIGHTS = /^(Cluster)?Role(Binding)?$/;
const WEBHOOKS =
  /^(Mutating|Validating)(WebhookConfiguration|AdmissionPolicy(Binding)?)$/;
const DATA = /^(ConfigMap|Secret)$/;
const isObject = ({ path }: SeverityInput) => path === RESOURCE_PATH;

/** The first that applies decides. */
const RULES: readonly SeverityRule[] = [
  {
    severity: 'critical',
    applies: ({ kind, path }) =>
      (RIGHTS.test(kind) && !isMetadata(path)) ||
      /\b(securityContext\b.*(privileged|capabilities|allowPrivilegeEscalation|runAsUser|runAsNonRoot)|hostPath|hostNetwork|hostPID|hostIPC|serviceAccountName)\b/.test(
        path,
      ),
  },
  {
    severity: 'critical',
    applies: ({ kind, path }) =>
      (WEBHOOKS.test(kind) && /failurePolicy|\$resource/.test(path)) ||
      (kind === 'NetworkPolicy' && !isMetadata(path)) ||
      (kind === 'Ingress' && /^spec\.(rules|tls)\b.*host/.test(path)),
  },
  {
    severity: 'critical',
    applies: input =>
      input.type === 'object-missing' && STATEFUL.has(input.kind),
  },
  {
    severity: 'critical',
    applies: ({ path, desired, live }) =>
      /\.image$/.test(path) && leavesRegistry(desired, live),
  },
  {
    severity: 'high',
    applies: input =>
      isObject(input) ||
      /\.(image|command|args)(\[\d+\])?$/.test(input.path) ||
      /\.(livenessProbe|readinessProbe|startupProbe)\b/.test(input.path) ||
      /\bephemeralContainers\b/.test(input.path),
  },
  {
    severity: 'high',
    applies: ({ kind, path }) =>
      DATA.test(kind) && /^(data|stringData|binaryData)\b/.test(path),
  },
  {
    severity: 'high',
    applies: ({ path, live }) => path === 'spec.replicas' && live === 0,
  },
  {
    severity: 'high',
    applies: ({ path, type }) =>
      /\.resources\b/.test(path) && (type === 'missing' || type === 'changed'),
  },
  { severity: 'low', applies: ({ path }) => isMetadata(path) },
];

/** How much a difference matters: what the path can do, whatever its cause. */
export function severityOf(input: SeverityInput): Severity {
  return RULES.find(rule => rule.applies(input))?.severity ?? 'medium';
}

/** The most severe; `low` of none. */
export function maxSeverity(severities: readonly Severity[]): Severity {
  return RANKS[Math.max(0, ...severities.map(item => RANKS.indexOf(item)))];
}

function isMetadata(path: string): boolean {
  return path.startsWith('metadata.');
}

/** Whether an image comes from another registry than Git says, or by a tag that can be moved. */
function leavesRegistry(desired: unknown, live: unknown): boolean {
  if (typeof desired !== 'string' || typeof live !== 'string') {
    return false;
  }
  return (
    registryOf(desired) !== registryOf(live) ||
    (!isMutable(desired) && isMutable(live))
  );
}

function registryOf(image: string): string {
  const [first, ...rest] = image.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first)
    ? first
    : 'docker.io';
}

function isMutable(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return (
    !image.includes('@') && (!name.includes(':') || name.endsWith(':latest'))
  );
}
