import { Path } from '../path/segment';
import { SchemaNode } from '../schema/schemaNode';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * What kind of map a field stands in, as far as that decides whether the API
 * server alone writes it. A walk takes it along from field to field.
 */
export type Region =
  | 'object'
  | 'metadata'
  | 'metadata.annotations'
  | 'metadata.labels'
  | 'elsewhere in metadata'
  | 'labels'
  | 'elsewhere';

const OBJECT_META = 'meta.v1.ObjectMeta';

/** Fields that identify the object, or that the API server alone writes. */
const SERVER_FIELDS: Record<Region, ReadonlySet<string>> = {
  object: new Set(['apiVersion', 'kind', 'status']),
  metadata: new Set([
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
  ]),
  // Annotations that tools keep about an object, not part of what it is.
  'metadata.annotations': new Set([
    LAST_APPLIED,
    'deployment.kubernetes.io/revision',
    'deprecated.daemonset.template.generation',
  ]),
  // The API server puts it on every Namespace.
  'metadata.labels': new Set(['kubernetes.io/metadata.name']),
  'elsewhere in metadata': new Set(),
  // Made up anew with every Job: its uid, in its own selector and template.
  labels: new Set(['batch.kubernetes.io/controller-uid', 'controller-uid']),
  elsewhere: new Set(),
};

/** @param name - of a field of the map; `undefined` for an element of a list */
export function regionBelow(region: Region, name: string | undefined): Region {
  switch (region) {
    case 'object':
      return name === 'metadata' ? 'metadata' : regionBelow('elsewhere', name);
    case 'metadata':
      return name === 'annotations' || name === 'labels'
        ? `metadata.${name}`
        : 'elsewhere in metadata';
    case 'labels':
    case 'elsewhere':
      return name === 'labels' || name === 'matchLabels'
        ? 'labels'
        : 'elsewhere';
    default:
      return 'elsewhere in metadata';
  }
}

export function isServerFieldOf(region: Region, name: string): boolean {
  return SERVER_FIELDS[region].has(name);
}

/** Whether a path leads to such a field, or below one. */
export function isServerField(path: Path): boolean {
  let region: Region = 'object';
  for (const segment of path) {
    const name = 'field' in segment ? segment.field : undefined;
    if (name !== undefined && isServerFieldOf(region, name)) {
      return true;
    }
    region = regionBelow(region, name);
  }
  return false;
}

/**
 * Whether the API server alone writes a field of an object that stands inside
 * another (the claim templates of a StatefulSet).
 */
export function isOfEmbeddedObject(
  name: string,
  schema: SchemaNode | undefined,
): boolean {
  return (
    SERVER_FIELDS.object.has(name) &&
    schema?.field('metadata')?.typeName === OBJECT_META
  );
}
