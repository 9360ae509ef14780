import type { ClusterAccessProblem } from '@plumbline/backstage-plugin-plumbline-node';

/** Why one request did not bring what it was sent for. */
export interface LookFailure {
  problem: ClusterAccessProblem;
  /** A sentence for a catalog admin; never a credential, never a body. */
  message: string;
  /** The same request may well succeed in a moment. */
  transient: boolean;
  /** Seconds that the server asked to wait. */
  retryAfter?: number;
  /** The server no longer knows the resource version or continue token. */
  expired?: boolean;
  cause?: unknown;
}
