import { Path } from '../path/segment';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const SERVER_METADATA = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generateName',
  'generation',
  'managedFields',
  'name',
  'namespace',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** Annotations that tools keep about an object, not part of what it is. */
const SERVER_ANNOTATIONS = new Set([
  LAST_APPLIED,
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
]);

/** The API server puts it on every Namespace. */
const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Made up anew with every Job: its uid, in its own selector and template. */
const JOB_UID_LABELS = new Set([
  'batch.kubernetes.io/controller-uid',
  'controller-uid',
]);

export function isServerMetadata(name: string): boolean {
  return SERVER_METADATA.has(name);
}

export function isServerAnnotation(name: string): boolean {
  return SERVER_ANNOTATIONS.has(name);
}

/** Fields that identify the object, or that the API server alone writes. */
export function isServerField(path: Path): boolean {
  const first = nameAt(path, 0);
  if (path.length === 1) {
    return first === 'apiVersion' || first === 'kind' || first === 'status';
  }
  if (first !== 'metadata') {
    return first === 'status' || isJobUid(path);
  }
  const second = nameAt(path, 1);
  if (second !== undefined && SERVER_METADATA.has(second)) {
    return true;
  }
  const third = nameAt(path, 2);
  if (third === undefined) {
    return false;
  }
  return (
    (second === 'annotations' && SERVER_ANNOTATIONS.has(third)) ||
    (second === 'labels' && third === NAMESPACE_NAME_LABEL)
  );
}

function isJobUid(path: Path): boolean {
  const map = nameAt(path, path.length - 2);
  return (
    (map === 'labels' || map === 'matchLabels') &&
    JOB_UID_LABELS.has(nameAt(path, path.length - 1) ?? '')
  );
}

function nameAt(path: Path, at: number): string | undefined {
  const segment = path[at];
  return segment !== undefined && 'field' in segment
    ? segment.field
    : undefined;
}
