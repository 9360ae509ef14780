/**
 * A commit on top of what CI applied.
 *
 * @internal
 */
export interface CommitStep {
  commit: { message: string; from: string; to: string };
}

/**
 * A kubectl command line as somebody types it.
 *
 * @internal
 */
export interface CommandStep {
  /** Short name of a user of the cluster. */
  user: string;
  command: string;
  /** Standard input, for `-f -`. */
  input?: string;
  /** What they do in the editor of `kubectl edit`. */
  edit?: { from: string; to: string };
  /** The server refuses it. */
  refused?: boolean;
}

/**
 * Waits until the portal shows drift.
 *
 * @internal
 */
export interface WaitStep {
  wait: 'until it drifts';
  /** So many differences at least; one unless given. */
  differences?: number;
}

/**
 * Takes one of the ways out that the portal shows of the open incidents, verbatim: their commands for single fields in a
 * shell, or their patches by `git apply` and a commit.
 *
 * @internal
 */
export interface WayOutStep {
  user: string;
  wayOut: 'restore' | 'adopt';
}

/** @internal */
export type Step = CommandStep | CommitStep | WaitStep | WayOutStep;

/**
 * A difference that the portal must show.
 *
 * @internal
 */
export interface ExpectedFinding {
  /** `Kind/name` */
  object: string;
  /** A final `*` stands for anything below. */
  path: string;
  type: string;
  /** `drift` unless given. */
  verdict?: 'drift' | 'expected';
  /** Those that are right. */
  direction: readonly string[];
  /** Those that are right; empty for a difference that needs no cause. */
  level: readonly string[];
  /** User names, as in the audit log. */
  principals: readonly string[];
  /** What the command must contain. */
  commandContains?: readonly string[];
}

/**
 * Something that happens to a service of its own, and what the portal must say of it.
 *
 * @internal
 */
export interface Situation {
  /** Names its namespace, repository and entity. */
  id: string;
  title: string;
  /** What Git wants, YAML. Objects name no namespace. */
  manifests: string;
  apply: 'client-side' | 'server-side';
  /** Who applies it; a pipeline unless given. */
  delivery?: 'argocd';
  /** Kustomization of a folder beside the manifests, which lie in `../deploy`; then what it makes of them is applied. */
  overlay?: string;
  /** What the cluster must have beside its API server. */
  needs?: 'controllers' | 'pods';
  steps: readonly Step[];
  /** All that must drift or be expected; anything else that drifts is wrong. */
  findings: readonly ExpectedFinding[];
  /** How its incident must have ended. */
  resolution?: string;
}
