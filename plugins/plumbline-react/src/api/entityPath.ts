import { parseEntityRef } from '@backstage/catalog-model';

/**
 * @param entityRef - `kind:namespace/name`
 * @returns the path parameters that every `/v1/entities/…` operation takes.
 * @internal
 */
export function entityPath(entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return { kind: kind.toLowerCase(), namespace, name };
}
