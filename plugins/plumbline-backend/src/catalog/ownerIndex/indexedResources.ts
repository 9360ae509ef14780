import type { ClusterResource } from '@plumbline/backstage-plugin-plumbline-node';

/** Kinds that change all the time and belong to what is listed anyway, or that nobody deploys. */
const SKIPPED: ReadonlySet<string> = new Set([
  'bindings',
  'componentstatuses',
  'endpoints',
  'endpointslices.discovery.k8s.io',
  'events',
  'events.events.k8s.io',
  'controllerrevisions.apps',
  'leases.coordination.k8s.io',
  'podtemplates',
]);

/** Groups that are computed rather than stored. */
const SKIPPED_GROUPS: readonly string[] = [
  'metrics.k8s.io',
  'custom.metrics.k8s.io',
  'external.metrics.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
];

/** Cluster-scoped kinds of Kubernetes itself that services bring along. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'namespaces',
  'persistentvolumes',
  'clusterroles.rbac.authorization.k8s.io',
  'clusterrolebindings.rbac.authorization.k8s.io',
]);

/** Of all kinds those whose objects may belong to an entity, each in its preferred version. */
export function indexedResources(
  resources: readonly ClusterResource[],
): ClusterResource[] {
  const chosen = new Map<string, ClusterResource>();
  for (const resource of resources) {
    const { group, plural, verbs } = resource;
    const name = group === '' ? plural : `${plural}.${group}`;
    if (
      !chosen.has(name) &&
      verbs.includes('list') &&
      !SKIPPED.has(name) &&
      !SKIPPED_GROUPS.includes(group) &&
      (resource.namespaced || CLUSTER_SCOPED.has(name) || isCustom(group))
    ) {
      chosen.set(name, resource);
    }
  }
  return [...chosen.values()];
}

function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}
