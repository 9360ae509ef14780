import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject, ManifestObject } from '@plumbline/kube-drift';
import type { ObservedObjectRecord, TargetRecord } from '../records';
import { declaredObject } from '../run/declaredObject';

/**
 * The manifest of an object that the last look found declared; the last one counts. Its place is known from that look, so
 * no cluster has to be asked for it.
 */
export function declaredManifest(
  manifests: readonly ManifestObject[],
  { ref, namespace }: Pick<ObservedObjectRecord, 'ref' | 'namespace'>,
  target: Pick<TargetRecord, 'namespace'>,
): ManifestObject | undefined {
  return manifests.findLast(
    manifest =>
      declaredObject(
        manifest,
        namespace === '' ? [clusterScoped(manifest.object)] : [],
        target.namespace,
      )?.ref === ref,
  );
}

function clusterScoped({ apiVersion, kind }: KubeObject): ClusterResource {
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  return { group, version, kind, plural: '', namespaced: false, verbs: [] };
}
