/**
 * What kind of tool a field manager is. The list decides only which fields
 * count as added by hand or as declared by Git; a manager that nobody knows is
 * `unknown`, not human.
 *
 * @public
 */
export type ManagerClass = 'human-tool' | 'gitops' | 'controller' | 'unknown';

/** @public */
export interface ManagerLists {
  /** Managers through which Git's state arrives. */
  gitopsManagers?: readonly string[];
  /** Managers that people use, beside kubectl's own. */
  humanManagers?: readonly string[];
}

/**
 * Under this name `kubectl apply --server-side` writes the last-applied
 * annotation of what was applied client-side before, in a request of its own.
 */
export const LAST_APPLIED_MANAGER = 'kubectl-last-applied';

/** Verified in kubectl's sources. */
const HUMAN_TOOLS = new Set([
  'kubectl',
  'kubectl-annotate',
  'kubectl-autoscale',
  'kubectl-client-side-apply',
  'kubectl-create',
  'kubectl-debug',
  'kubectl-edit',
  'kubectl-expose',
  'kubectl-label',
  'kubectl-patch',
  'kubectl-replace',
  'kubectl-rollout',
  'kubectl-run',
  'kubectl-set',
  'kubectl-taint',
  'k9s',
  'oc',
  'Lens',
  'node-fetch',
  'Mozilla',
  'headlamp',
  'dashboard',
]);

const GITOPS = new Set([
  'argocd',
  'argocd-controller',
  'argocd-application-controller',
  'kustomize-controller',
  'helm-controller',
  'helm',
  'Helm',
  'fleetagent',
  'kapp-controller',
]);

const CONTROLLERS = new Set([
  'kube-controller-manager',
  'cloud-controller-manager',
  'kube-scheduler',
  'kube-apiserver',
  'kubelet',
  'vpa-updater',
  'vpa-recommender',
  'keda-operator',
]);

/** @public */
export function classifyManager(
  name: string,
  lists: ManagerLists = {},
): ManagerClass {
  const manager = name === LAST_APPLIED_MANAGER ? 'kubectl' : name;
  if (lists.gitopsManagers?.includes(manager)) {
    return 'gitops';
  }
  if (lists.humanManagers?.includes(manager) || HUMAN_TOOLS.has(manager)) {
    return 'human-tool';
  }
  if (GITOPS.has(manager) || /^(?:pulumi|Terraform)/.test(manager)) {
    return 'gitops';
  }
  return CONTROLLERS.has(manager) ? 'controller' : 'unknown';
}
