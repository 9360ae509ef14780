import { loadAll } from 'js-yaml';
import { KubernetesObject } from '../kubernetes/KubernetesObject';

/**
 * What Argo CD applies of the manifests in Git: every object with the annotation by which it tracks it, as a List.
 *
 * @internal
 */
export function argoSyncDocument(
  manifests: readonly string[],
  application: string,
  namespace: string,
): string {
  const items = manifests
    .flatMap(text => loadAll(text) as (KubernetesObject | undefined)[])
    .filter(object => object !== undefined && object !== null)
    .map(object => {
      const [group] = object.apiVersion.includes('/')
        ? object.apiVersion.split('/')
        : [''];
      const id = `${application}:${group}/${object.kind}:${namespace}/${object.metadata.name}`;
      return {
        ...object,
        metadata: {
          ...object.metadata,
          namespace,
          annotations: {
            ...object.metadata.annotations,
            'argocd.argoproj.io/tracking-id': id,
          },
        },
      };
    });
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}
