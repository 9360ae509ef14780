import { isJsonObject } from '../../../clusters/apiServer/json';
import type { ControllerRef } from '../ControllerRef';
import { textAt, type Fields } from '../fields';

/** What such a file cannot change. */
const KEPT = ['repoURL', 'path', 'targetRevision', 'chart', 'ref'] as const;

/**
 * Files beside the manifests by which Argo CD lets a source be changed, as its Image Updater does: one for all Applications
 * of the folder, and one for this one.
 *
 * @param application - the raw object
 */
export function overrideFiles(
  { namespace, name }: ControllerRef,
  application: object,
): string[] {
  const own = textAt(application, 'status', 'controllerNamespace') ?? namespace;
  const instance = own === namespace ? name : `${namespace}_${name}`;
  return ['.argocd-source.yaml', `.argocd-source-${instance}.yaml`];
}

/**
 * A source as those files make it. The input is left as it is.
 *
 * @param patches - JSON merge patches of the source
 */
export function overriddenSource(
  source: Fields,
  patches: readonly object[],
): Fields {
  const patched = patches.reduce<unknown>(mergePatch, source);
  const changed = isJsonObject(patched) ? { ...patched } : {};
  for (const name of KEPT) {
    delete changed[name];
    if (Object.hasOwn(source, name)) {
      changed[name] = source[name];
    }
  }
  return changed;
}

/** RFC 7396. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) {
    return patch;
  }
  const merged = new Map(Object.entries(isJsonObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      merged.delete(name);
    } else {
      merged.set(name, mergePatch(merged.get(name), value));
    }
  }
  return Object.fromEntries(merged);
}
