import type { Severity } from '@plumbline/backstage-plugin-plumbline-common';
import { RESOURCE_PATH } from '@plumbline/kube-drift';
import { becomesMutable, leavesRegistry } from './images';
import type { SeverityInput } from './SeverityInput';
import { isRaised, isReordered, secretsIn, switchesOn } from './values';

/** What a difference can do. */
export interface ImpactRule {
  name: string;
  severity: Severity;
  applies(input: SeverityInput): boolean;
}

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
const POWERS = [
  'privileged',
  'allowPrivilegeEscalation',
  'capabilities',
  'hostPath',
  'hostNetwork',
  'hostPID',
  'hostIPC',
];
const POWER_PATH = new RegExp(`(^|\\.)(${POWERS.join('|')})(\\.|\\[|$)`);
const POWER_KEYS = new Set(POWERS);
const IDENTITY = /(^|\.)securityContext\.(runAsUser|runAsNonRoot|runAsGroup)$/;
const PROBE = /\.(livenessProbe|readinessProbe|startupProbe)$/;
const CODE = /\.(image|command|args)(\[[^\]]*\])?$/;
const CONTAINER =
  /\.(containers|initContainers|ephemeralContainers)\[[^\]]*\]$/;
const EPHEMERAL = /(^|\.)ephemeralContainers(\[|$)/;
const ENVIRONMENT = /\.(env|envFrom)(\[|\.|$)/;

const isMetadata = ({ path }: SeverityInput) => path.startsWith('metadata.');
const isImage = ({ path }: SeverityInput) => /\.image$/.test(path);
const isResources = ({ path }: SeverityInput) => /\.resources(\.|$)/.test(path);

/** The first that applies decides; what none applies to is medium. */
export const IMPACT_RULES: readonly ImpactRule[] = [
  {
    name: 'rights',
    severity: 'critical',
    applies: input => RIGHTS.test(input.kind) && !isMetadata(input),
  },
  {
    name: 'host and kernel access',
    severity: 'critical',
    applies: input =>
      !isMetadata(input) &&
      !DATA.test(input.kind) &&
      (POWER_PATH.test(input.path) ||
        IDENTITY.test(input.path) ||
        (input.type !== 'missing' && switchesOn(input.live, POWER_KEYS))),
  },
  {
    name: 'service account',
    severity: 'critical',
    applies: ({ path }) => /(^|\.)serviceAccountName$/.test(path),
  },
  {
    name: 'admission webhook',
    severity: 'critical',
    applies: ({ kind, path }) =>
      WEBHOOKS.test(kind) && /(^|\.)failurePolicy$|^\$resource$/.test(path),
  },
  {
    name: 'network exposure',
    severity: 'critical',
    applies: input =>
      (input.kind === 'NetworkPolicy' && !isMetadata(input)) ||
      (input.kind === 'Ingress' &&
        /^spec\.(rules|tls)(\[[^\]]*\])?(\.hosts?.*)?$/.test(input.path)),
  },
  {
    name: 'deletion of a stateful object',
    severity: 'critical',
    applies: ({ type, kind }) =>
      type === 'object-missing' && STATEFUL.has(kind),
  },
  {
    name: 'another registry',
    severity: 'critical',
    applies: input =>
      isImage(input) && leavesRegistry(input.desired, input.live),
  },
  {
    name: 'a tag that can be moved',
    severity: 'critical',
    applies: input =>
      isImage(input) && becomesMutable(input.desired, input.live),
  },
  {
    name: 'environment from a new secret',
    severity: 'critical',
    applies: ({ path, desired, live }) =>
      ENVIRONMENT.test(path) && namesNewSecret(path, desired, live),
  },
  {
    name: 'an object as a whole',
    severity: 'high',
    applies: ({ path }) => path === RESOURCE_PATH,
  },
  {
    name: 'code that runs',
    severity: 'high',
    applies: ({ path }) =>
      CODE.test(path) || CONTAINER.test(path) || EPHEMERAL.test(path),
  },
  {
    name: 'probe removed',
    severity: 'high',
    applies: ({ path, type }) => PROBE.test(path) && type === 'missing',
  },
  {
    name: 'data that a workload reads',
    severity: 'high',
    applies: ({ kind, path, isUsed }) =>
      DATA.test(kind) &&
      /^(data|stringData|binaryData)(\.|\[|$)/.test(path) &&
      isUsed,
  },
  {
    name: 'scaled to nothing',
    severity: 'high',
    applies: ({ path, live }) => path === 'spec.replicas' && live === 0,
  },
  {
    name: 'resources cut',
    severity: 'high',
    applies: input =>
      isResources(input) &&
      (input.type === 'missing' ||
        (input.type === 'changed' && !isRaised(input.desired, input.live))),
  },
  {
    name: 'what picks pods',
    severity: 'high',
    applies: ({ path, isSelected }) =>
      isSelected || /^spec\.(selector|podSelector)(\.|$)/.test(path),
  },
  { name: 'labels and annotations', severity: 'low', applies: isLabel },
  {
    name: 'another order',
    severity: 'low',
    applies: ({ desired, live }) => isReordered(desired, live),
  },
];

/** Labels and annotations of the object, or of the pods that it makes. */
function isLabel({ path }: SeverityInput): boolean {
  return (
    path.startsWith('metadata.') ||
    /(^|\.)template\.metadata\.(labels|annotations)(\.|\[|$)/.test(path)
  );
}

function namesNewSecret(
  path: string,
  desired: unknown,
  live: unknown,
): boolean {
  if (/\.(secretKeyRef|secretRef)\.name$/.test(path)) {
    return live !== undefined && live !== desired;
  }
  const declared = new Set(secretsIn(desired));
  const own = /\.(secretKeyRef|secretRef)$/.test(path)
    ? secretsIn({ secretRef: live })
    : secretsIn(live);
  return own.some(name => !declared.has(name));
}
