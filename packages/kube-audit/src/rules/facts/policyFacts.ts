import { arrayAt, objectAt, stringAt, valueAt } from '../../event/json';
import { isWholeObject, type Fact, type FactInput } from './Fact';

/** Annotations and labels that make a gate look away, with the value that does. */
const BYPASS_KEYS: [key: string, value: RegExp][] = [
  ['policy.admission.k8s.io/bypass', /^true$/i],
  ['admission.gatekeeper.sh/ignore', /./],
  ['kyverno.io/exclude', /^true$/i],
  ['policies.kyverno.io/exclude', /^true$/i],
  ['sidecar.istio.io/inject', /^false$/i],
  ['linkerd.io/inject', /^disabled$/i],
  ['argocd.argoproj.io/compare-options', /IgnoreExtraneous/],
  ['argocd.argoproj.io/skip-reconcile', /^true$/i],
  ['kustomize.toolkit.fluxcd.io/reconcile', /^disabled$/i],
  ['helm.toolkit.fluxcd.io/reconcile', /^disabled$/i],
];

const METADATA_PATHS = [
  ['metadata', 'annotations'],
  ['metadata', 'labels'],
  ['spec', 'template', 'metadata', 'annotations'],
  ['spec', 'template', 'metadata', 'labels'],
];

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const STRICTNESS = ['privileged', 'baseline', 'restricted'];

const bypassesPolicy: Fact = input => {
  const set = BYPASS_KEYS.filter(([key, value]) =>
    METADATA_PATHS.some(path => sets(input, [...path, key], value)),
  ).map(([key]) => key);
  return [...set, ...(lowersPodSecurity(input) ? [ENFORCE] : [])].join(', ');
};

/** True when this request gives the key the value; a value carried along is none. */
function sets(input: FactInput, path: string[], value: RegExp): boolean {
  const now = stringAt(input.change, ...path);
  if (now === undefined || !value.test(now)) {
    return false;
  }
  if (stringAt(input.previous, ...path) === now) {
    return false;
  }
  return !(isWholeObject(input) && input.previous === undefined);
}

/** Without a label before, `privileged` is what the server does anyway. */
function lowersPodSecurity({ e, change, previous }: FactInput): boolean {
  if (e.object?.resource !== 'namespaces') {
    return false;
  }
  const labels = objectAt(change, 'metadata', 'labels');
  const before = stringAt(previous, 'metadata', 'labels', ENFORCE);
  if (!labels || !Object.hasOwn(labels, ENFORCE) || before === undefined) {
    return false;
  }
  const now = labels[ENFORCE] ?? 'privileged';
  return STRICTNESS.indexOf(String(now)) < STRICTNESS.indexOf(before);
}

const FLUX_GROUPS = /\.toolkit\.fluxcd\.io$/;

const suspendsGitOps: Fact = input => {
  const { e, change, previous } = input;
  const group = e.object?.apiGroup ?? '';
  if (FLUX_GROUPS.test(group)) {
    return (
      valueAt(change, 'spec', 'suspend') === true &&
      valueAt(previous, 'spec', 'suspend') !== true &&
      'suspended'
    );
  }
  if (group !== 'argoproj.io') {
    return false;
  }
  if (e.object?.resource === 'rollouts') {
    return valueAt(change, 'status', 'abort') === true && 'rollout aborted';
  }
  return (
    e.object?.resource === 'applications' &&
    removesAutomatedSync(input) &&
    'automated sync removed'
  );
};

function removesAutomatedSync(input: FactInput): boolean {
  const spec = objectAt(input.change, 'spec');
  if (!spec) {
    return false;
  }
  if (isWholeObject(input)) {
    return (
      objectAt(input.previous, 'spec', 'syncPolicy', 'automated') !==
        undefined && objectAt(spec, 'syncPolicy', 'automated') === undefined
    );
  }
  return (
    spec.syncPolicy === null ||
    valueAt(spec, 'syncPolicy', 'automated') === null
  );
}

const GITOPS_MARKS: [path: string[], owner: string][] = [
  [['metadata', 'annotations', 'argocd.argoproj.io/tracking-id'], 'Argo CD'],
  [['metadata', 'labels', 'argocd.argoproj.io/instance'], 'Argo CD'],
  [['metadata', 'labels', 'kustomize.toolkit.fluxcd.io/name'], 'Flux'],
  [['metadata', 'labels', 'helm.toolkit.fluxcd.io/name'], 'Flux'],
];

const GITOPS_MANAGERS =
  /^(argocd-(controller|application-controller)|kustomize-controller|helm-controller|fleetagent)$/;

/** An object that a GitOps controller marks or applies. */
const gitopsManaged: Fact = ({ e, previous }) => {
  for (const body of [previous, e.event.responseObject]) {
    for (const [path, owner] of GITOPS_MARKS) {
      const value = stringAt(body, ...path);
      if (value) {
        return `${owner} (${value})`;
      }
    }
    const manager = arrayAt(body, 'metadata', 'managedFields')
      .map(entry => stringAt(entry, 'manager'))
      .find(name => name !== undefined && GITOPS_MANAGERS.test(name));
    if (manager) {
      return manager;
    }
  }
  return false;
};

/** Refused by admission, not by authorisation. */
const policyDenied: Fact = ({ e }) =>
  'validation.policy.admission.k8s.io/validation_failure' in e.annotations ||
  /admission webhook ".*" denied|ValidatingAdmissionPolicy|violates PodSecurity/.test(
    e.event.responseStatus?.message ?? '',
  );

const maintainsNode: Fact = ({ e, change }) => {
  if (change === undefined) {
    if (e.fieldManager === 'kubectl-taint') {
      return 'tainted';
    }
    // Without a field manager kubectl patches a node for nothing else.
    const isKubectl = /^(kubectl|oc)\//.test(e.userAgent ?? '');
    return isKubectl && !e.fieldManager && 'cordoned or uncordoned';
  }
  const spec = objectAt(change, 'spec') ?? {};
  if (Object.hasOwn(spec, 'taints') && e.verb === 'patch') {
    return 'tainted';
  }
  if (Object.hasOwn(spec, 'unschedulable') && e.verb === 'patch') {
    return spec.unschedulable === true ? 'cordoned' : 'uncordoned';
  }
  return false;
};

/** Plain deletes of what a drain listed: `--disable-eviction` and its like. */
const bypassesEviction: Fact = ({ listedNode }) =>
  listedNode !== undefined && `of node ${listedNode}`;

const evicts: Fact = () => 'evicted';

const notNoise: Fact = ({ e }) => e.object !== undefined;

export const policyFacts = {
  'bypasses-policy': bypassesPolicy,
  'suspends-gitops': suspendsGitOps,
  'gitops-managed': gitopsManaged,
  'policy-denied': policyDenied,
  'maintains-node': maintainsNode,
  'bypasses-eviction': bypassesEviction,
  evicts,
  'not-noise': notNoise,
};
