import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import { DesiredStateError } from './DesiredStateError';
import type { RenderedManifests, Renderer } from './Renderer';

/** Says plainly that a kind of source is not rendered, instead of comparing half of it. */
export class UnsupportedRenderer implements Renderer {
  readonly #what: string;

  /** @param what - what is asked for, e.g. "a Helm chart" */
  constructor(readonly kind: ManifestsRenderer, what: string) {
    this.#what = what;
  }

  async render(): Promise<RenderedManifests> {
    throw new DesiredStateError(
      'unsupported',
      `Cannot render yet: ${
        this.#what
      }. Point the annotation at a folder of rendered manifests`,
    );
  }
}
