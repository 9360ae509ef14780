import type { RestoreController } from '@plumbline/kube-drift';
import type { TargetSyncRecord } from '../records';

const KINDS = ['Application', 'Kustomization', 'HelmRelease'] as const;

/**
 * The controller that runs a target, as commands name it.
 *
 * @param wanted - commit whose manifests are brought back
 */
export function controllerOf(
  sync: TargetSyncRecord | undefined,
  wanted: string,
): RestoreController | undefined {
  const [kind, namespace, name] = sync?.controller.split('/') ?? [];
  const known = KINDS.find(one => one === kind);
  if (!sync || !known || !namespace || !name) {
    return undefined;
  }
  const applied = sync.revision?.split(/[:@]/).at(-1);
  return {
    kind: known,
    namespace,
    name,
    isBehind:
      applied !== undefined &&
      applied !== wanted &&
      sync.automated === true &&
      sync.suspended !== true,
  };
}
