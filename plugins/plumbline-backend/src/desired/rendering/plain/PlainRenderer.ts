import type {
  DirectoryOptions,
  RenderedManifests,
  Renderer,
  RenderRequest,
  RepositoryFile,
} from '@plumbline/backstage-plugin-plumbline-node';
import {
  readManifests,
  type ManifestError,
  type ManifestObject,
} from '@plumbline/kube-drift';
import { controllerOverrides, isOverride } from '../controllerOverrides';
import { whyNoManifest } from '../whyNoManifest';
import { leftOut } from './leftOut';

/** YAML and JSON files as they are: several documents, lists expanded. */
export class PlainRenderer implements Renderer {
  readonly kind = 'plain';

  async render(request: RenderRequest): Promise<RenderedManifests> {
    const { files, path, options } = request;
    const { directory } = options;
    const objects: ManifestObject[] = [];
    const errors: ManifestError[] = [];
    const skipped: RenderedManifests['skipped'] = [];
    for (const file of files) {
      const reason = whyLeftOut(file, path, directory);
      if (reason !== undefined) {
        skipped.push({ path: file.path, reason });
      } else if (isJsonnet(file.path)) {
        errors.push({ file: file.path, message: 'Jsonnet is not rendered' });
      } else {
        const read = readManifests(file.text, {
          file: file.path,
          positions: true,
        });
        objects.push(...read.objects);
        errors.push(...read.errors);
      }
    }
    return { objects, errors, skipped, notes: controllerOverrides(request) };
  }
}

/** @param directory - of an Argo CD Application, which makes objects of Jsonnet too */
function whyLeftOut(
  file: RepositoryFile,
  folder: string,
  directory: DirectoryOptions | undefined,
): string | undefined {
  if (isOverride(file.path)) {
    return 'holds parameter overrides of Argo CD';
  }
  if (directory) {
    return leftOut(file, folder, directory) ?? whyNoManifest(file.path);
  }
  return isJsonnet(file.path)
    ? 'is Jsonnet, which plain manifests do not use'
    : whyNoManifest(file.path);
}

function isJsonnet(path: string): boolean {
  return path.endsWith('.jsonnet');
}
