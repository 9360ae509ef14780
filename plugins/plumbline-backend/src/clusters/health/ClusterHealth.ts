import type { ClusterAccessProblem } from '@plumbline/backstage-plugin-plumbline-node';

/** How the last look at a cluster went. A kind that may not be read is no problem of the cluster. */
export type LookOutcome =
  | { state: 'ok' }
  | { state: 'problem'; problem: ClusterAccessProblem; message: string };

/** The last look at a cluster, whichever replica looked. Times are milliseconds since the epoch. */
export type ClusterHealth = LookOutcome & {
  cluster: string;
  /** Since when it has been as it is. */
  since: number;
  lastLookAt: number;
};

/** Keeps the last look at each cluster where every replica finds it. */
export interface ClusterHealthStore {
  record(cluster: string, outcome: LookOutcome, time: number): Promise<void>;
  /** Clusters that were looked at, in no particular order. */
  list(): Promise<ClusterHealth[]>;
}
