import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Paths of the programs of a control plane.
 *
 * @internal
 */
export interface ClusterBinaries {
  etcd: string;
  kubeApiserver: string;
  kubectl: string;
  kubeControllerManager?: string;
  kubeScheduler?: string;
  /** Plays kubelets: nodes become ready, pods run, exec works. */
  kwok?: string;
}

/**
 * How to get the programs, for people who have none.
 *
 * @internal
 */
export const HOW_TO_GET_BINARIES = `KUBEBUILDER_ASSETS does not name a folder with etcd, kube-apiserver and kubectl. To get one:
  export KUBEBUILDER_ASSETS=$(go run sigs.k8s.io/controller-runtime/tools/setup-envtest@latest use -p path)
kube-controller-manager, kube-scheduler and kwok are used as well when they lie in the same folder.`;

/**
 * Finds the programs in the folder that `KUBEBUILDER_ASSETS` names (the convention of envtest); `undefined` when one of
 * etcd, kube-apiserver and kubectl is not there.
 *
 * @internal
 */
export function findClusterBinaries(
  env: Record<string, string | undefined>,
): ClusterBinaries | undefined {
  const folder = env.KUBEBUILDER_ASSETS;
  if (!folder) {
    return undefined;
  }
  const find = (name: string) => {
    const file = path.join(folder, name);
    return existsSync(file) ? file : undefined;
  };
  const etcd = find('etcd');
  const kubeApiserver = find('kube-apiserver');
  const kubectl = find('kubectl');
  if (!etcd || !kubeApiserver || !kubectl) {
    return undefined;
  }
  return {
    etcd,
    kubeApiserver,
    kubectl,
    kubeControllerManager: find('kube-controller-manager'),
    kubeScheduler: find('kube-scheduler'),
    kwok: find('kwok'),
  };
}
