import { FindingResult } from '../Comparison';

/**
 * A difference whose live side a manifest should say.
 *
 * @public
 */
export interface AdoptChange
  extends Pick<FindingResult, 'path' | 'type'>,
    Partial<Pick<FindingResult, 'verdict' | 'reason'>> {
  /** `apiVersion/Kind/namespace/name`. */
  ref: string;
  /** What the cluster holds at the path, not masked; `undefined` when it holds nothing. */
  live?: unknown;
}

/**
 * How a manifest file is patched.
 *
 * @public
 */
export interface AdoptOptions {
  /** The file, relative to the repository's root: what the patch names. */
  file: string;
  /** Namespace of objects that name none. */
  namespace?: string;
  /** Live objects: they tell where a path's keys end when keys hold dots. */
  live?: readonly object[];
}

/**
 * A difference that stays out of a patch.
 *
 * @public
 */
export interface NotAdopted {
  ref: string;
  path: string;
  /** A clause without a full stop. */
  reason: string;
}

/**
 * A manifest file with live values written into it.
 *
 * @public
 */
export interface AdoptedSource {
  /** The whole file as it would be. Holds whatever the file holds: not for showing. */
  text: string;
  /** Unified diff that `git apply` takes at the repository's root; empty when nothing was adopted. */
  patch: string;
  /** Differences that the patch ends. */
  adopted: { ref: string; path: string }[];
  notAdopted: NotAdopted[];
}
