import type { RenderRequest } from '@plumbline/backstage-plugin-plumbline-node';
import { folderOf } from './treePath';

/** Notes on parameters that Argo CD keeps in files beside the manifests, which are not applied here. */
export function controllerOverrides({
  files,
  path,
}: Pick<RenderRequest, 'files' | 'path'>): string[] {
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
