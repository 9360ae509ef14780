import { arrayAt, isObject, objectAt, type JsonObject } from '../../event/json';

/** The pod specs inside an object or a patch of it: its own or its template's. */
export function podSpecsOf(body: unknown): JsonObject[] {
  return [
    objectAt(body, 'spec', 'jobTemplate', 'spec', 'template', 'spec'),
    objectAt(body, 'spec', 'template', 'spec'),
    objectAt(body, 'spec'),
  ].filter(
    (spec): spec is JsonObject => spec !== undefined && looksLikePodSpec(spec),
  );
}

function looksLikePodSpec(spec: JsonObject): boolean {
  return [
    'containers',
    'initContainers',
    'hostPID',
    'hostIPC',
    'hostNetwork',
    'volumes',
  ].some(key => Object.hasOwn(spec, key));
}

/** Containers and init containers; ephemeral ones are a subresource of their own. */
export function containersOf(spec: JsonObject): JsonObject[] {
  return [
    ...arrayAt(spec, 'containers'),
    ...arrayAt(spec, 'initContainers'),
  ].filter(isObject);
}

/** Image by container name, over all pod specs of a body. */
export function imagesOf(body: unknown): Map<string, string> {
  const images = new Map<string, string>();
  for (const container of podSpecsOf(body).flatMap(containersOf)) {
    if (typeof container.image === 'string') {
      images.set(String(container.name ?? ''), container.image);
    }
  }
  return images;
}
