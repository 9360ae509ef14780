import type {
  RenderedManifests,
  Renderer,
  RenderRequest,
} from '@plumbline/backstage-plugin-plumbline-node';
import {
  readManifests,
  type ManifestError,
  type ManifestObject,
} from '@plumbline/kube-drift';
import { whyNoManifest } from './whyNoManifest';

/** YAML and JSON files as they are: several documents, lists expanded. */
export class PlainRenderer implements Renderer {
  readonly kind = 'plain';

  async render({ files }: RenderRequest): Promise<RenderedManifests> {
    const objects: ManifestObject[] = [];
    const errors: ManifestError[] = [];
    const skipped: RenderedManifests['skipped'] = [];
    for (const { path, text } of files) {
      const reason = whyNoManifest(path);
      if (reason) {
        skipped.push({ path, reason });
        continue;
      }
      const read = readManifests(text, { file: path, positions: true });
      objects.push(...read.objects);
      errors.push(...read.errors);
    }
    return { objects, errors, skipped };
  }
}
