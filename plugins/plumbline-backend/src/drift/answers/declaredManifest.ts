import type { ManifestObject } from '@plumbline/kube-drift';
import type { ObservedObjectRecord, TargetRecord } from '../records';
import { declaredObject, type Placement } from '../run/declaredObject';

/**
 * The manifest of an object that the last look found declared; the last one counts. Its place is known from that look, so
 * no cluster has to be asked for it.
 */
export function declaredManifest(
  manifests: readonly ManifestObject[],
  { ref, namespace }: Pick<ObservedObjectRecord, 'ref' | 'namespace'>,
  target: Pick<TargetRecord, 'namespace'>,
): ManifestObject | undefined {
  const placement = placementIn(namespace, target);
  return manifests.findLast(
    manifest => declaredObject(manifest, placement)?.ref === ref,
  );
}

/** The manifests of objects that the last look found declared, by ref. The last one counts. */
export function declaredManifests(
  manifests: readonly ManifestObject[],
  objects: readonly Pick<ObservedObjectRecord, 'ref' | 'namespace'>[],
  target: Pick<TargetRecord, 'namespace'>,
): Map<string, ManifestObject> {
  const namespaces = new Map(objects.map(one => [one.ref, one.namespace]));
  const byRef = new Map<string, ManifestObject>();
  for (const manifest of manifests) {
    for (const namespace of ['', target.namespace]) {
      const ref = declaredObject(manifest, placementIn(namespace, target))?.ref;
      const found = ref === undefined ? undefined : namespaces.get(ref);
      const isThere =
        found !== undefined && (found === '') === (namespace === '');
      if (ref !== undefined && isThere) {
        byRef.set(ref, manifest);
      }
    }
  }
  return byRef;
}

function placementIn(
  namespace: string,
  target: Pick<TargetRecord, 'namespace'>,
): Placement {
  return {
    resources: [],
    scopeOf: () => (namespace === '' ? 'cluster' : 'namespaced'),
    defaultNamespace: target.namespace,
  };
}
