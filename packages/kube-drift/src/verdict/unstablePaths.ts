import { ObjectIdentity, parseRef } from '../identity/ref';

/**
 * A field that every rendering of the same commit makes up anew, such as a
 * generated password.
 *
 * @public
 */
export interface UnstablePath {
  /** The object, `apiVersion/Kind/namespace/name`. */
  ref: string;
  /** In our syntax; covers all below it. */
  path: string;
}

/** The unstable paths of one object. Plain text is about every object. */
export function unstablePathsOf(
  identity: ObjectIdentity,
  unstable: readonly (string | UnstablePath)[],
): string[] {
  return unstable.flatMap(item => {
    if (typeof item === 'string') {
      return [item];
    }
    return isAbout(parseRef(item.ref), identity) ? [item.path] : [];
  });
}

/** Whoever renders may not know yet which kinds have no namespace. */
function isAbout(ref: ObjectIdentity, identity: ObjectIdentity): boolean {
  return (
    ref.apiVersion === identity.apiVersion &&
    ref.kind === identity.kind &&
    ref.name === identity.name &&
    (ref.namespace === identity.namespace ||
      ref.namespace === undefined ||
      identity.namespace === undefined)
  );
}
