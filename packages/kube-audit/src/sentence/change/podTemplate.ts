import type { NormalizedObject } from '../../event/NormalizedEvent';

const TEMPLATES = [
  ['spec', 'template'],
  ['spec', 'jobTemplate', 'spec', 'template'],
];

/** The rest of a path below the pod of an object: its template, or a Pod itself. */
export function belowPod(
  path: readonly string[],
  object: NormalizedObject,
): string[] | undefined {
  if (object.resource === 'pods') {
    return [...path];
  }
  const template = TEMPLATES.find(prefix =>
    prefix.every((key, i) => path[i] === key),
  );
  return template && path.slice(template.length);
}

/** `[container, field, …]` of a path within a container. */
export function belowContainers(
  path: readonly string[],
  object: NormalizedObject,
): string[] | undefined {
  const [spec, list, ...rest] = belowPod(path, object) ?? [];
  return spec === 'spec' && /^(initContainers|containers)$/.test(list ?? '')
    ? rest
    : undefined;
}
