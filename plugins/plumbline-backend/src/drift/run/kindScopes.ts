import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';
import type { ManifestObject, ScopeLookup } from '@plumbline/kube-drift';
import type { ObservedObjectRecord } from '../records';

/** What tells whether the objects of a kind lie in namespaces. */
export interface ScopeEvidence {
  resources: readonly ClusterResource[];
  /** Objects as an earlier look left them. */
  stored: readonly Pick<
    ObservedObjectRecord,
    'apiGroup' | 'kind' | 'namespace' | 'resource'
  >[];
  desired: readonly ManifestObject[];
}

/** Where the objects of a kind lie. */
export type KindScope = NonNullable<ReturnType<ScopeLookup>>;

/**
 * Where the objects of kinds lie: as the cluster says; where it does not serve a kind now, as an earlier look saw it, or as
 * its definition among the manifests says; in namespaces where nothing tells. It has an answer for every kind, so that an
 * object is the same one from look to look, whatever the cluster serves at the moment.
 */
export function kindScopes({
  resources,
  stored,
  desired,
}: ScopeEvidence): (apiVersion: string, kind: string) => KindScope {
  const scopes = new Map<string, KindScope>();
  for (const { object } of desired) {
    const defined = definedScope(object);
    if (defined) {
      scopes.set(defined.key, defined.scope);
    }
  }
  // What was never served has no resource, and lies where it was guessed to.
  for (const object of stored.filter(({ resource }) => resource !== '')) {
    scopes.set(keyOf(object.apiGroup, object.kind), scope(object.namespace));
  }
  for (const { group, kind, namespaced } of resources) {
    scopes.set(keyOf(group, kind), namespaced ? 'namespaced' : 'cluster');
  }
  return (apiVersion, kind) =>
    scopes.get(keyOf(groupOf(apiVersion), kind)) ?? 'namespaced';
}

function definedScope({
  kind,
  spec,
}: ManifestObject['object']): { key: string; scope: KindScope } | undefined {
  if (kind !== 'CustomResourceDefinition' || !isMap(spec)) {
    return undefined;
  }
  const { group, names, scope: declared } = spec;
  return typeof group === 'string' &&
    isMap(names) &&
    typeof names.kind === 'string'
    ? {
        key: keyOf(group, names.kind),
        scope: declared === 'Cluster' ? 'cluster' : 'namespaced',
      }
    : undefined;
}

function scope(namespace: string): KindScope {
  return namespace === '' ? 'cluster' : 'namespaced';
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function keyOf(group: string, kind: string): string {
  return `${group}/${kind}`;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
