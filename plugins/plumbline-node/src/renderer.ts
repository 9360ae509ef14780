import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type {
  ManifestError,
  ManifestObject,
  UnstablePath,
} from '@plumbline/kube-drift';
import type { RenderOptions } from './renderOptions';

/**
 * A regular file of a repository.
 *
 * @public
 */
export interface RepositoryFile {
  /** Relative to the location, `/` between folders. */
  path: string;
  text: string;
  /** What the file holds when it is no UTF-8 text; `text` then only resembles it. */
  bytes?: Uint8Array;
}

/**
 * What the cluster that manifests are rendered for can do.
 *
 * @public
 */
export interface ClusterVersions {
  /** E.g. `v1.33.1`; absent when it is not known. */
  kubeVersion?: string;
  /** `group/version` and `group/version/Kind` of all that is served, sorted. */
  apiVersions: readonly string[];
}

/**
 * What a renderer makes objects of.
 *
 * @public
 */
export interface RenderRequest {
  /** All of one commit, and none of them a link. */
  files: readonly RepositoryFile[];
  /** What lies among them but was not read, such as links: what depends on it cannot be rendered. */
  refused: readonly { path: string; reason: string }[];
  /** What is rendered, relative to the location like the files' paths; `.` for the location itself. */
  path: string;
  /** Of the target: for objects whose manifest names none. */
  namespace: string;
  /** Name of the entity. */
  name: string;
  /** For a renderer that asks for it; absent when nothing is known of the cluster. */
  cluster?: ClusterVersions;
  options: RenderOptions;
}

/**
 * What the files say should run.
 *
 * @public
 */
export interface RenderedManifests {
  /** `file` is a file of the repository that the object comes from; lines only where the file is the object. */
  objects: ManifestObject[];
  /** Documents that could not be read; what they declare is not known. */
  errors: ManifestError[];
  /** Files or objects left out on purpose, which declare nothing. */
  skipped: { path: string; reason: string }[];
  /** What a reader must know of the rendering, in words. */
  notes?: string[];
  /** Fields that differ between two renderings of the same files. */
  unstablePaths?: UnstablePath[];
}

/**
 * Makes objects of the files of a repository. Files and options are input by others: a renderer neither runs what they
 * name nor reads what lies outside of them.
 *
 * @public
 */
export interface Renderer {
  /** What annotations call it: lower case letters, digits and dashes. */
  readonly kind: ManifestsRenderer;
  /** Which files it needs: those that can hold manifests by their name (default), or every regular file. */
  readonly reads?: 'manifests' | 'all';
  /** Whether the outcome depends on what the cluster can do. Default false. */
  readonly needsCluster?: boolean;
  /**
   * Whether a folder asks for this renderer by what lies in it, when the target names none.
   *
   * @param names - of the files that lie directly in the folder and can hold manifests
   */
  claims?(names: readonly string[]): boolean;
  /**
   * Asks for a wider folder, when files refer to others outside of what was read.
   *
   * @returns a folder above `read.path`, or undefined when nothing is missing
   * @throws {@link RenderError} when what is missing lies outside of the location
   */
  widen?(request: RenderRequest, read: { path: string }): string | undefined;
  /**
   * @throws {@link RenderError} when it cannot render; never a part of it
   */
  render(request: RenderRequest): Promise<RenderedManifests>;
}

/**
 * Thrown by a renderer that cannot render. The message is for the page: it names file and line where it can, and quotes
 * no file content.
 *
 * @public
 */
export class RenderError extends Error {
  readonly name = 'RenderError';
}
