import type { RenderedManifests } from '@plumbline/backstage-plugin-plumbline-node';
import {
  diffManifests,
  type ManifestObject,
  type UnstablePath,
} from '@plumbline/kube-drift';

/** What two renderings of the same files have in common. */
export interface StableManifests {
  objects: ManifestObject[];
  skipped: RenderedManifests['skipped'];
  unstablePaths: UnstablePath[];
}

/**
 * Tells what a chart makes up anew at every rendering: fields, which are then no evidence of drift, and names, of which
 * nothing can be said at all.
 *
 * @param namespace - of objects that name none
 */
export function compareRenders(
  first: readonly ManifestObject[],
  second: readonly ManifestObject[],
  namespace: string,
): StableManifests {
  const names = new Set(second.map(nameOf));
  const objects = first.filter(manifest => names.has(nameOf(manifest)));
  const renamed = first.filter(manifest => !names.has(nameOf(manifest)));
  return {
    objects,
    skipped: renamed.map(({ file = '', object }) => ({
      path: file,
      reason: `declares a ${object.kind} that gets another name at every rendering, so it cannot be compared`,
    })),
    unstablePaths: unstablePaths(objects, second, namespace),
  };
}

/** Compared in both directions: only declared fields are. */
function unstablePaths(
  first: readonly ManifestObject[],
  second: readonly ManifestObject[],
  namespace: string,
): UnstablePath[] {
  const options = { namespace, additive: false };
  const found = new Map<string, UnstablePath>();
  for (const comparison of [
    diffManifests(first, second.map(toObject), options),
    diffManifests(second, first.map(toObject), options),
  ]) {
    for (const { ref, findings } of comparison.objects) {
      for (const { path, type } of findings) {
        if (type !== 'object-missing' && type !== 'object-unexpected') {
          found.set(`${ref} ${path}`, { ref, path });
        }
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, unstable]) => unstable);
}

function toObject({ object }: ManifestObject): object {
  return object;
}

function nameOf({ object }: ManifestObject): string {
  const { name, namespace } = object.metadata;
  return JSON.stringify([object.apiVersion, object.kind, namespace, name]);
}
