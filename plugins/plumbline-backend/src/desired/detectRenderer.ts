import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { SourceFile } from './DesiredSource';

const KUSTOMIZATION = /^kustomization\.ya?ml$/;

/**
 * Which renderer a folder asks for by what lies in it.
 *
 * @param path - of the target; only what lies directly in it decides
 */
export function detectRenderer(
  files: readonly SourceFile[],
  path: string,
): ManifestsRenderer {
  const folder = path === '.' ? '' : `${path}/`;
  const names = files
    .filter(file => file.path.startsWith(folder))
    .map(file => file.path.slice(folder.length));
  if (names.some(name => KUSTOMIZATION.test(name))) {
    return 'kustomize';
  }
  return names.includes('Chart.yaml') ? 'helm' : 'plain';
}

/** Why a YAML file declares no object of a cluster although it looks like one; undefined when it may. */
export function whyNoManifest(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (KUSTOMIZATION.test(name)) {
    return 'is a Kustomize file, which plain manifests do not use';
  }
  return name === 'Chart.yaml'
    ? 'describes a Helm chart, which plain manifests do not use'
    : undefined;
}
