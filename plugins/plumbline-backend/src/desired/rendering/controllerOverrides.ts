import type { RenderRequest } from '@plumbline/backstage-plugin-plumbline-node';
import { folderOf } from './treePath';

/**
 * Notes on parameters that Argo CD keeps in files beside the manifests. They are for its Applications, which have them
 * among their options already; of a folder that is named by itself nobody says which Application counts.
 */
export function controllerOverrides({
  files,
  path,
  options,
}: Pick<RenderRequest, 'files' | 'path' | 'options'>): string[] {
  // Only an Application has options for directories.
  if (options.directory) {
    return [];
  }
  return files
    .filter(file => folderOf(file.path) === path && isOverride(file.path))
    .map(
      file =>
        `${file.path} holds parameter overrides of Argo CD, which are not applied`,
    );
}

/** Whether a file holds such parameters, by its name. */
export function isOverride(path: string): boolean {
  return /(^|\/)\.argocd-source[^/]*\.yaml$/.test(path);
}
