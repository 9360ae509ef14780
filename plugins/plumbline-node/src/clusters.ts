import type { KubeObject } from '@plumbline/kube-drift';

/**
 * A kind as the cluster serves it.
 *
 * @public
 */
export interface ClusterResource {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  verbs: string[];
}

/**
 * Which objects to read. `namespace` left out means all namespaces.
 *
 * @public
 */
export interface ClusterListQuery {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  /** As `kubectl get -l` takes it. */
  labelSelector?: string;
  /** Items consist of apiVersion, kind and metadata only: no spec, no data, and a fraction of the bytes. */
  metadataOnly?: boolean;
}

/**
 * One object to read.
 *
 * @public
 */
export interface ClusterGetQuery {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name: string;
}

/**
 * Everything of one list; never a part of it.
 *
 * @public
 */
export interface ClusterList {
  items: KubeObject[];
  resourceVersion?: string;
}

/**
 * A change that a watch delivers.
 *
 * @public
 */
export type ClusterWatchEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: KubeObject;
};

/**
 * Why a cluster could not be looked at. It is never the same as "there is nothing".
 *
 * @public
 */
export type ClusterAccessProblem =
  /** The API server answered 403: `message` names the verb and the resource that are missing. */
  | 'forbidden'
  /** 401, or the cluster has credentials on the client's side only. */
  | 'unauthenticated'
  /** Connection refused, timed out, TLS failed. */
  | 'unreachable'
  /** The kind is not served. */
  | 'unknown-kind'
  /** 5xx, HTML, cut JSON, a lost `continue` token. */
  | 'invalid-answer';

/**
 * Thrown by every method of {@link ClusterAccess} when it could not look.
 *
 * @public
 */
export class ClusterAccessError extends Error {
  readonly name = 'ClusterAccessError';

  constructor(
    readonly cluster: string,
    readonly problem: ClusterAccessProblem,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/**
 * How live objects of one cluster are read. Objects are raw JSON as the API server answers, `apiVersion` and `kind`
 * filled in on list items; nothing is written.
 *
 * @public
 */
export interface ClusterAccess {
  /** What the ingest path, annotations and pages call the cluster. */
  readonly cluster: string;
  readonly kind: 'kubernetes' | 'kubeconfig' | 'inCluster' | 'snapshot';
  /**
   * All kinds that are served, in all their versions; the preferred version of a group comes first.
   *
   * @throws {@link ClusterAccessError}
   */
  discover(options?: { signal?: AbortSignal }): Promise<ClusterResource[]>;
  /**
   * The Kubernetes version, such as `v1.33.1`; absent where it is not known (a snapshot).
   *
   * @throws {@link ClusterAccessError}
   */
  version?(options?: { signal?: AbortSignal }): Promise<string>;
  /**
   * @returns the object, or undefined when the API server says 404
   * @throws {@link ClusterAccessError}
   */
  get(
    query: ClusterGetQuery,
    options?: { signal?: AbortSignal },
  ): Promise<KubeObject | undefined>;
  /** Reads all pages. @throws {@link ClusterAccessError} */
  list(
    query: ClusterListQuery,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterList>;
  /**
   * Where the cluster describes its kinds: the paths of its OpenAPI v3 documents by group version, such as `api/v1` or
   * `apis/apps/v1`. A path changes with the content. Absent where nothing describes them (a snapshot).
   *
   * @throws {@link ClusterAccessError}
   */
  openApiPaths?(options?: {
    signal?: AbortSignal;
  }): Promise<ReadonlyMap<string, string>>;
  /**
   * One of these documents.
   *
   * @throws {@link ClusterAccessError}
   */
  openApiDocument?(
    path: string,
    options?: { signal?: AbortSignal },
  ): Promise<object>;
  /**
   * Follows changes until the signal aborts or the server ends the watch; absent where nothing can change (a snapshot).
   *
   * @throws {@link ClusterAccessError}
   */
  watch?(
    query: ClusterListQuery & { resourceVersion?: string },
    onEvent: (event: ClusterWatchEvent) => void,
    options: { signal: AbortSignal },
  ): Promise<void>;
}

/**
 * The clusters that Plumbline knows.
 *
 * @public
 */
export interface ClusterRegistry {
  /** Every configured cluster, observable or not. */
  list(): Promise<KnownCluster[]>;
  /** @returns undefined for an unknown cluster. */
  get(name: string): Promise<KnownCluster | undefined>;
}

/**
 * A configured cluster.
 *
 * @public
 */
export interface KnownCluster {
  name: string;
  title?: string;
  /** Absent when live objects cannot be read by configuration (`access: none`). */
  access?: ClusterAccess;
  /** The external-access subject that may post its audit events. */
  auditSubject?: string;
  claimableNamespaces: string[];
}
