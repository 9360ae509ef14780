import type { FileTree } from '../FileTree';
import { folderOf, isWithin, pathWithin } from '../treePath';
import { isKustomizationFile } from '../whyNoManifest';

/** Files that Flux never fetches, as they are for other programs. */
const NOT_FETCHED =
  /(^|\/)(\.github|\.circleci)\/|(^|\/)(\.travis\.yml|\.gitlab-ci\.yml|appveyor\.yml|\.drone\.yml|cloudbuild\.yaml|codeship-(services|steps)\.yml|\.goreleaser\.yml|\.sops\.yaml|\.flux\.yaml)$/;

/**
 * The kustomization that Flux makes for a folder without one: all YAML files below it, and in place of a folder that has
 * a kustomization of its own, that folder.
 */
export function generateKustomization(
  tree: FileTree,
  folder: string,
): { resources: string[] } {
  const files = tree.filesBelow(folder);
  const kustomized = files
    .filter(({ path }) => isKustomizationFile(path.split('/').at(-1) ?? ''))
    .map(({ path }) => folderOf(path));
  const outermost = [...new Set(kustomized)].filter(
    path => !kustomized.some(other => other !== path && isWithin(other, path)),
  );
  const loose = files
    .map(({ path }) => path)
    .filter(
      path =>
        /\.ya?ml$/.test(path) &&
        !NOT_FETCHED.test(path) &&
        !outermost.some(covered => isWithin(covered, path)),
    );
  return {
    resources: [...loose, ...outermost]
      .sort()
      .map(path => pathWithin(folder, path)),
  };
}
