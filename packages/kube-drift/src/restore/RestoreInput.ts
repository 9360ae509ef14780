import { FindingResult } from '../Comparison';

/**
 * A difference that Git's side should win.
 *
 * @public
 */
export interface RestoreFinding extends Pick<FindingResult, 'path' | 'type'> {
  /** `apiVersion/Kind/namespace/name`. */
  ref: string;
}

/**
 * The GitOps controller that runs a target.
 *
 * @public
 */
export interface RestoreController {
  kind: 'Application' | 'Kustomization' | 'HelmRelease';
  namespace: string;
  name: string;
  /** Whether the revision it applied is not the one whose manifests are given: it would set those back. */
  isBehind?: boolean;
}

/**
 * What is to be restored, and both sides of it.
 *
 * @public
 */
export interface RestoreInput {
  findings: readonly RestoreFinding[];
  /** Manifests of the objects, as Git declares them. */
  desired: readonly object[];
  /** The objects as they are; one that is not given does not exist. */
  live: readonly object[];
  /** Namespace of objects that name none. */
  namespace?: string;
  /** File of a ref's manifest, relative to the repository's root; only where the file is applied as it stands. */
  files?: Readonly<Record<string, string>>;
  /** Further differences of what the files declare, which applying a file would end as well. */
  others?: readonly RestoreFinding[];
  /** Name of the context in the reader's kubeconfig. */
  context?: string;
  controller?: RestoreController;
}

/** @public */
export type RestoreTool = 'kubectl' | 'argocd' | 'flux' | 'helm';

/**
 * What a command does beside what it is run for.
 *
 * @public
 */
export interface RestoreWarning {
  severity: 'info' | 'warning' | 'danger';
  /** A few words. */
  title: string;
  /** A sentence. */
  text?: string;
}

/**
 * A command that brings back what Git says. Nothing runs it but a person.
 *
 * @public
 */
export interface RestoreCommand {
  /** For a POSIX shell, in the repository's root; quoted. Never holds a value of a secret. */
  text: string;
  tool: RestoreTool;
  /** A sentence. */
  does: string;
  warnings: RestoreWarning[];
  /** The differences that it ends, those of `others` too. */
  ends: RestoreFinding[];
}
