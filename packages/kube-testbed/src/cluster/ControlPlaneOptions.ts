import { ClusterBinaries } from './ClusterBinaries';
import { ClusterUser } from './ClusterUser';

/**
 * How a control plane is started.
 *
 * @internal
 */
export interface ControlPlaneOptions {
  binaries: ClusterBinaries;
  /** Folder for its data, kubeconfigs, audit log and `logs/`; must be empty or absent. */
  folder: string;
  /** Audit policy file. */
  auditPolicy: string;
  /** Kubeconfig of an audit webhook; its batches wait at most 1 s. */
  auditWebhook?: string;
  /** People and accounts besides the system's own; those of the example unless given. */
  users?: readonly ClusterUser[];
  /** Further flags of kube-apiserver. */
  apiserverFlags?: readonly string[];
  /** Nodes that kwok plays; `node-1` and `node-2` unless given. */
  nodes?: readonly string[];
}
