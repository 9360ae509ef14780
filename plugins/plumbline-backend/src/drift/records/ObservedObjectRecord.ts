/** An object that a target declares, as last observed. */
export interface ObservedObjectRecord {
  key: string;
  /** `apiVersion/Kind/namespace/name`. */
  ref: string;
  cluster: string;
  apiGroup: string;
  kind: string;
  /** Plural; empty when the cluster does not serve the kind. */
  resource: string;
  /** Empty for cluster-scoped objects. */
  namespace: string;
  name: string;
  verdict: 'none' | 'drift' | 'missing' | 'unexpected' | 'unverifiable';
  reason?: string;
  comparedAt?: number;
  /** Last comparison without drift. */
  cleanAt?: number;
  unverifiedSince?: number;
  /** Of a workload that runs. */
  health?: ObservedHealth;
  /** Keys of the declared workloads that it belongs to: by name references, labels and selectors. */
  workloads?: string[];
}

/** How a workload is doing. */
export interface WorkloadHealth {
  state: 'healthy' | 'progressing' | 'unhealthy';
  /** e.g. "2 of 3 ready". */
  text: string;
}

/** How a workload is doing, and since which look. */
export interface ObservedHealth extends WorkloadHealth {
  since: number;
}
