import { Path } from '../path/segment';
import { own, ownAt } from '../values/json';
import { parseQuantity } from '../values/quantity';
import type { DriftedField, DriftedObject } from './DriftedObject';
import { startsWith } from './podTemplate';

/** Fields that the API server refuses to change, by kind; each covers all below it. */
const IMMUTABLE: Record<string, readonly (readonly string[])[]> = {
  CustomResourceDefinition: [
    ['spec', 'group'],
    ['spec', 'scope'],
  ],
  DaemonSet: [['spec', 'selector']],
  Deployment: [['spec', 'selector']],
  EndpointSlice: [['addressType']],
  IngressClass: [['spec', 'controller']],
  PriorityClass: [['value'], ['preemptionPolicy']],
  ResourceQuota: [
    ['spec', 'scopes'],
    ['spec', 'scopeSelector'],
  ],
  RuntimeClass: [['handler']],
  ReplicaSet: [['spec', 'selector']],
  Job: [
    ['spec', 'selector'],
    ['spec', 'template'],
    ['spec', 'completionMode'],
    ['spec', 'backoffLimitPerIndex'],
    ['spec', 'managedBy'],
    ['spec', 'podFailurePolicy'],
    ['spec', 'podReplacementPolicy'],
    ['spec', 'successPolicy'],
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
  field: DriftedField,
): boolean {
  const isDebug =
    object.kind === 'Pod' &&
    startsWith(field.path, ['spec', 'ephemeralContainers']);
  return isDebug || isImmutable(object, field);
}

/** Whether the API server refuses to change a field of an object as Git says. */
export function isImmutable(
  { kind, live }: Pick<DriftedObject, 'kind' | 'live'>,
  field: DriftedField,
): boolean {
  const { path } = field;
  const isUnder = (ways: readonly (readonly string[])[] = []) =>
    ways.some(way => startsWith(path, way));
  if (isUnder(IMMUTABLE[kind])) {
    return true;
  }
  if (isSelectedLabel(live, field)) {
    return true;
  }
  if (kind === 'PersistentVolumeClaim' && isStorage(path)) {
    return !mayGrow(live, field);
  }
  if (kind === 'Job' && startsWith(path, ['spec', 'completions'])) {
    return ownAt(live, 'spec', 'completionMode') !== 'Indexed';
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

/** A selector stays as it is, so a label of the pods that it asks for does too. */
function isSelectedLabel(
  live: DriftedObject['live'],
  { path, desired }: Pick<DriftedField, 'path' | 'desired'>,
): boolean {
  const label = path.at(-1);
  if (
    path.length !== 5 ||
    !label ||
    !('field' in label) ||
    !startsWith(path, ['spec', 'template', 'metadata', 'labels'])
  ) {
    return false;
  }
  const selected = ownAt(live, 'spec', 'selector', 'matchLabels', label.field);
  return selected !== undefined && selected !== desired;
}

function isStorage(path: Path): boolean {
  return startsWith(path, ['spec', 'resources']);
}

/** A claim that has its volume may grow; nothing else of it changes. */
function mayGrow(
  live: DriftedObject['live'],
  { desired, live: current }: Pick<DriftedField, 'desired' | 'live'>,
): boolean {
  const [wanted, held] = [desired, current].map(quantityOf);
  return (
    ownAt(live, 'status', 'phase') === 'Bound' &&
    wanted !== undefined &&
    held !== undefined &&
    wanted > held
  );
}

function quantityOf(value: DriftedField['desired']): bigint | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? parseQuantity(value)
    : undefined;
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
