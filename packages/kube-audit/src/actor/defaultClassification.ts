import type { ActorClassification } from './Actor';

const account = (...globs: string[]) =>
  globs.map(glob => `system:serviceaccount:${glob}`);

/** Well-known identities; an operator's own lists come first. */
export const DEFAULT_CLASSIFICATION: Required<ActorClassification> = {
  controllers: [
    ...account('kube-*:*', 'openshift-*:*', 'gke-*:*', 'local-path-storage:*'),
    'system:kube-*',
    'system:node:*',
    'eks:*',
    'aks-*',
    'aksService',
    'acsService',
    'service-*@container-engine-robot.iam.gserviceaccount.com',
  ],
  gitops: account(
    'argocd:*',
    'argo-cd:*',
    'openshift-gitops:*',
    'flux-system:*',
    'cattle-fleet-system:*',
  ),
  ci: account(
    'ci:*',
    'cicd:*',
    'ci-cd:*',
    'jenkins:*',
    'gitlab*:*',
    'github-actions*:*',
    'actions-runner*:*',
    'arc-runners*:*',
    'tekton*:*',
    'buildkite*:*',
  ),
  humans: ['system:admin', 'kube:admin'],
};
