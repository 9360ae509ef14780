/** What to change in the address: a value, several values, or `undefined` to remove the parameter. @public */
export type QueryPatch = Record<string, string | string[] | undefined>;

/**
 * @returns a copy of the parameters with the patch applied; empty values are removed.
 * @internal
 */
export function patchSearch(
  params: URLSearchParams,
  patch: QueryPatch,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(patch)) {
    next.delete(name);
    for (const item of [value ?? []].flat()) {
      if (item !== '') {
        next.append(name, item);
      }
    }
  }
  return next;
}
