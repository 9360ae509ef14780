/** What the operator writes to let entities claim objects that lie in no namespace. */
export const CLUSTER_SCOPED = '<cluster-scoped>';

/**
 * Whether an entity may claim objects of a namespace of a cluster.
 *
 * @param patterns - the operator's `claimable.namespaces`; `*` matches any run of characters
 * @param namespace - undefined for cluster-scoped objects
 */
export function isClaimable(
  patterns: readonly string[],
  namespace: string | undefined,
): boolean {
  return namespace === undefined
    ? patterns.includes(CLUSTER_SCOPED)
    : patterns.some(
        pattern =>
          pattern !== CLUSTER_SCOPED && matchesPattern(pattern, namespace),
      );
}

/** The words for a catalog admin when {@link isClaimable} says no. */
export function notClaimable(
  cluster: string,
  namespace: string | undefined,
): string {
  const what =
    namespace === undefined
      ? 'cluster-scoped objects'
      : `namespace ${namespace}`;
  return `Entities may not claim ${what} on ${cluster}. The operator can allow it with '${
    namespace ?? CLUSTER_SCOPED
  }' in plumbline.clusters, claimable.namespaces of ${cluster}.`;
}

/** Compares part by part instead of building a regular expression, so that a pattern cannot be slow. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first, ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) {
    return pattern === text;
  }
  if (
    text.length < first.length + last.length ||
    !text.startsWith(first) ||
    !text.endsWith(last)
  ) {
    return false;
  }
  const end = text.length - last.length;
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found === -1 || found + part.length > end) {
      return false;
    }
    position = found + part.length;
  }
  return true;
}
