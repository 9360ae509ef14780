import { own } from '../values/json';
import type { DriftedField, DriftedObject } from './DriftedObject';
import { startsWith } from './podTemplate';

/** Fields that the API server refuses to change, by kind; each covers all below it. */
const IMMUTABLE: Record<string, readonly (readonly string[])[]> = {
  DaemonSet: [['spec', 'selector']],
  Deployment: [['spec', 'selector']],
  ReplicaSet: [['spec', 'selector']],
  Job: [
    ['spec', 'selector'],
    ['spec', 'template'],
    ['spec', 'completionMode'],
  ],
  Service: [
    ['spec', 'clusterIP'],
    ['spec', 'clusterIPs'],
  ],
  Secret: [['type']],
  StorageClass: [
    ['provisioner'],
    ['parameters'],
    ['reclaimPolicy'],
    ['volumeBindingMode'],
  ],
  RoleBinding: [['roleRef']],
  ClusterRoleBinding: [['roleRef']],
};

/** Kinds of which only few fields of the spec can be changed. */
const MUTABLE_SPEC: Record<string, readonly (readonly string[])[]> = {
  StatefulSet: [
    ['spec', 'replicas'],
    ['spec', 'template'],
    ['spec', 'updateStrategy'],
    ['spec', 'minReadySeconds'],
    ['spec', 'ordinals'],
    ['spec', 'revisionHistoryLimit'],
    ['spec', 'persistentVolumeClaimRetentionPolicy'],
  ],
  PersistentVolumeClaim: [
    ['spec', 'resources'],
    ['spec', 'volumeAttributesClassName'],
  ],
  Pod: [
    ['spec', 'activeDeadlineSeconds'],
    ['spec', 'ephemeralContainers'],
  ],
};

/** Whether an object must be made anew for a field to be as Git says: a debug container stays for as long as its pod. */
export function needsNewObject(
  object: Pick<DriftedObject, 'kind' | 'live'>,
  field: Pick<DriftedField, 'path'>,
): boolean {
  const isDebug =
    object.kind === 'Pod' &&
    startsWith(field.path, ['spec', 'ephemeralContainers']);
  return isDebug || isImmutable(object, field);
}

/** Whether the API server refuses to change a field of an object. */
export function isImmutable(
  { kind, live }: Pick<DriftedObject, 'kind' | 'live'>,
  { path }: Pick<DriftedField, 'path'>,
): boolean {
  const isUnder = (ways: readonly (readonly string[])[] = []) =>
    ways.some(way => startsWith(path, way));
  if (isUnder(IMMUTABLE[kind])) {
    return true;
  }
  const mutable = MUTABLE_SPEC[kind];
  if (mutable && startsWith(path, ['spec'])) {
    return !isUnder(mutable) && !isPodImage(kind, path);
  }
  const isFrozen =
    (kind === 'ConfigMap' || kind === 'Secret') &&
    own(live, 'immutable') === true;
  return isFrozen && !startsWith(path, ['metadata']);
}

function isPodImage(kind: string, path: DriftedField['path']): boolean {
  const last = path.at(-1);
  return (
    kind === 'Pod' &&
    path.length === 4 &&
    last !== undefined &&
    'field' in last &&
    last.field === 'image'
  );
}
