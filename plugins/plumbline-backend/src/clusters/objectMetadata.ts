import { isJsonObject } from './apiServer/json';

/** An owner as `metadata.ownerReferences` names it. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
}

/** What `metadata` of an object says, as far as it has the shape that Kubernetes gives it. */
export interface ObjectMetadata {
  name?: string;
  namespace?: string;
  uid?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  ownerReferences: OwnerReference[];
}

/** Reads `metadata` of a live object or of a body in an audit event; whatever has another shape is left out. */
export function readObjectMetadata(metadata: unknown): ObjectMetadata {
  const source = isJsonObject(metadata) ? metadata : {};
  return {
    name: textOf(source.name),
    namespace: textOf(source.namespace),
    uid: textOf(source.uid),
    labels: textsOf(source.labels),
    annotations: textsOf(source.annotations),
    ownerReferences: Array.isArray(source.ownerReferences)
      ? source.ownerReferences.flatMap(ownerOf)
      : [],
  };
}

function ownerOf(reference: unknown): OwnerReference[] {
  if (!isJsonObject(reference)) {
    return [];
  }
  const apiVersion = textOf(reference.apiVersion);
  const kind = textOf(reference.kind);
  const name = textOf(reference.name);
  const uid = textOf(reference.uid);
  if (!apiVersion || !kind || !name || !uid) {
    return [];
  }
  const controller = reference.controller === true;
  return [{ apiVersion, kind, name, uid, ...(controller && { controller }) }];
}

function textsOf(map: unknown): Record<string, string> {
  return isJsonObject(map)
    ? Object.fromEntries(
        Object.entries(map).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      )
    : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
