import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { ManifestError, ManifestObject } from '@plumbline/kube-drift';
import type { RefusedFile, SourceTree } from './DesiredSource';

/** What the files of a source say should run. */
export interface RenderedManifests {
  objects: ManifestObject[];
  /** Documents that could not be read; what they declare is not known. */
  errors: ManifestError[];
  /** Files left out on purpose, which declare nothing. */
  skipped: RefusedFile[];
}

/** Makes objects of files. */
export interface Renderer {
  readonly kind: ManifestsRenderer;
  /** @throws DesiredStateError when it cannot render; never a part of it */
  render(tree: SourceTree): Promise<RenderedManifests>;
}
