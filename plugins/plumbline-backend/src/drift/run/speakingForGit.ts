/**
 * With a list, kube-drift takes what others applied for work by hand. Named managers are added to those that speak for
 * Git anyway, which a pipeline that runs `kubectl apply` is until an audit event says that a person did it.
 */
export function speakingForGit(
  named: readonly string[],
): readonly string[] | undefined {
  return named.length > 0 ? [...named, 'kubectl-client-side-apply'] : undefined;
}
