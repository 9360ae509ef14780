import type { KubeObject } from '@plumbline/kube-drift';
import { isJsonObject } from './json';

export function isKubeObject(value: unknown): value is KubeObject {
  return (
    isJsonObject(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isJsonObject(value.metadata)
  );
}

/**
 * An item of a list with the type it lacks there.
 *
 * @returns undefined when it is no object with metadata
 */
export function typedObject(
  item: unknown,
  type: { apiVersion: string; kind: string },
): KubeObject | undefined {
  if (!isJsonObject(item) || !isJsonObject(item.metadata)) {
    return undefined;
  }
  const object = { ...item, apiVersion: type.apiVersion, kind: type.kind };
  return isKubeObject(object) ? object : undefined;
}

/** Of an object only what says what it is. */
export function metadataOf(object: KubeObject): KubeObject {
  const { apiVersion, kind, metadata } = object;
  return { apiVersion, kind, metadata };
}

/** `v1` for the core group, else `group/version`. */
export function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}
