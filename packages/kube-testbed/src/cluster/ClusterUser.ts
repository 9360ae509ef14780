/**
 * Somebody who can talk to a {@link ControlPlane} with a token.
 *
 * @internal
 */
export interface ClusterUser {
  /** Short name, by which the rest of the testbed calls them. */
  id: string;
  /** Their name in the audit log. */
  username: string;
  groups: string[];
  /** ClusterRole they are bound to. */
  clusterRole?: string;
}

/**
 * The people and accounts of the example: three who may do everything, one who may only look, CI, and Argo CD.
 *
 * @internal
 */
export const EXAMPLE_USERS: readonly ClusterUser[] = [
  person('jane', ['developers', 'oncall'], 'cluster-admin'),
  person('omar', ['developers', 'oncall'], 'cluster-admin'),
  person('priya', ['developers'], 'cluster-admin'),
  person('rita', ['readers'], 'view'),
  serviceAccount('ci', 'ci', 'deployer'),
  serviceAccount('argocd', 'argocd', 'argocd-application-controller'),
];

/** Users the control plane itself needs; RBAC knows them already. */
export const SYSTEM_USERS = {
  admin: { id: 'admin', username: 'admin', groups: ['system:masters'] },
  controllerManager: {
    id: 'kube-controller-manager',
    username: 'system:kube-controller-manager',
    groups: [],
  },
  scheduler: {
    id: 'kube-scheduler',
    username: 'system:kube-scheduler',
    groups: [],
  },
  node: {
    id: 'node',
    username: 'system:node:node-1',
    groups: ['system:nodes'],
    clusterRole: 'cluster-admin',
  },
} satisfies Record<string, ClusterUser>;

function person(
  id: string,
  groups: string[],
  clusterRole: string,
): ClusterUser {
  return { id, username: `${id}@example.com`, groups, clusterRole };
}

function serviceAccount(
  id: string,
  namespace: string,
  name: string,
): ClusterUser {
  return {
    id,
    username: `system:serviceaccount:${namespace}:${name}`,
    groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
    clusterRole: 'cluster-admin',
  };
}
