import {
  readManifests,
  type ManifestError,
  type ManifestObject,
} from '@plumbline/kube-drift';
import type { RefusedFile, SourceTree } from './DesiredSource';
import { whyNoManifest } from './detectRenderer';
import type { RenderedManifests, Renderer } from './Renderer';

/** YAML and JSON files as they are: several documents, lists expanded. */
export class PlainRenderer implements Renderer {
  readonly kind = 'plain';

  async render(tree: SourceTree): Promise<RenderedManifests> {
    const objects: ManifestObject[] = [];
    const errors: ManifestError[] = [];
    const skipped: RefusedFile[] = [];
    for (const { path, text } of tree.files) {
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
