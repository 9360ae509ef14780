import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import {
  RenderError,
  type RenderedManifests,
  type Renderer,
} from '@plumbline/backstage-plugin-plumbline-node';

/** Says plainly that a kind of source is not rendered, instead of comparing half of it. */
export class UnsupportedRenderer implements Renderer {
  readonly #what: string;
  readonly #file: RegExp;

  /**
   * @param what - what is asked for, e.g. "a Helm chart"
   * @param file - whose presence asks for it
   */
  constructor(readonly kind: ManifestsRenderer, what: string, file: RegExp) {
    this.#what = what;
    this.#file = file;
  }

  claims(names: readonly string[]): boolean {
    return names.some(name => this.#file.test(name));
  }

  async render(): Promise<RenderedManifests> {
    throw new RenderError(
      `Cannot render yet: ${
        this.#what
      }. Point the annotation at a folder of rendered manifests`,
    );
  }
}
