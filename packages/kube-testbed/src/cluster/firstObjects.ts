import { ClusterUser } from './ClusterUser';

/**
 * What a new control plane holds before anybody works with it, as a List: who may do what, and the nodes kwok plays.
 *
 * @internal
 */
export function firstObjects(
  users: readonly ClusterUser[],
  nodes: readonly string[] = ['node-1', 'node-2'],
): string {
  const bindings = users
    .filter(user => user.clusterRole !== undefined)
    .map(user => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: `testbed-${user.id}` },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: user.clusterRole,
      },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'User',
          name: user.username,
        },
      ],
    }));
  const capacity = { cpu: '32', memory: '256Gi', pods: '110' };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      ...bindings,
      ...nodes.map(name => ({
        apiVersion: 'v1',
        kind: 'Node',
        metadata: {
          name,
          labels: { 'kubernetes.io/hostname': name },
          annotations: { 'kwok.x-k8s.io/node': 'fake' },
        },
        status: { allocatable: capacity, capacity },
      })),
    ],
  });
}
