import { parseRef } from '../identity/ref';
import { groupOf } from '../schema/registry';
import { own } from '../values/json';
import { KubeObject } from '../yaml/readManifests';

/** Whether an object is the one that a ref names; the version is no part of what an object is. */
export function isObjectOf(
  object: KubeObject,
  ref: string,
  defaultNamespace: string | undefined,
): boolean {
  const wanted = parseRef(ref);
  const namespace = own(object.metadata, 'namespace') ?? defaultNamespace;
  return (
    object.kind === wanted.kind &&
    groupOf(object.apiVersion) === groupOf(wanted.apiVersion) &&
    own(object.metadata, 'name') === wanted.name &&
    (wanted.namespace === undefined ||
      namespace === undefined ||
      namespace === wanted.namespace)
  );
}
