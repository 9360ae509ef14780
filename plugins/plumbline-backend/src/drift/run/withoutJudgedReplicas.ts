import {
  parseRef,
  type FindingResult,
  type ObjectResult,
} from '@plumbline/kube-drift';

/**
 * Takes the verdict back on replicas that a controller wrote as a scale, in namespaces whose autoscalers could not be read:
 * whether they are within its range is not known, so they are neither drift nor expected.
 *
 * @param unread - the namespaces, each with the reason
 */
export function withoutJudgedReplicas(
  results: readonly ObjectResult[],
  unread: ReadonlyMap<string, string>,
): ObjectResult[] {
  return results.map(result => {
    const reason = unread.get(parseRef(result.ref).namespace ?? '');
    if (
      reason === undefined ||
      result.verdict !== 'drift' ||
      !result.findings.some(isSetByAutoscaler)
    ) {
      return result;
    }
    const findings = result.findings.map(
      (finding): FindingResult =>
        isSetByAutoscaler(finding)
          ? {
              ...finding,
              verdict: 'unverifiable',
              reason: `an autoscaler may have set it, and they could not be read: ${reason}`,
            }
          : finding,
    );
    const isDrift = findings.some(({ verdict }) => verdict === 'drift');
    return { ...result, verdict: isDrift ? 'drift' : 'none', findings };
  });
}

/** The scale of a horizontal autoscaler is written by the controller manager; that of a person has its tool for a name. */
function isSetByAutoscaler({ path, verdict, owner }: FindingResult): boolean {
  return (
    path === 'spec.replicas' &&
    verdict === 'drift' &&
    owner?.manager === 'kube-controller-manager' &&
    owner.subresource === 'scale'
  );
}
