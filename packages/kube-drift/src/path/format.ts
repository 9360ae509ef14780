import { Path, Segment } from './segment';

/**
 * The path of the object itself in a finding.
 *
 * @public
 */
export const RESOURCE_PATH = '$resource';

/**
 * Writes a path as text: dots between fields, `[name=web]` for an element of
 * a keyed list, `[0]` for a position, `[=x]` for a member of a set. Keys of
 * labels, annotations and data stand as they are, dots and slashes included.
 *
 * @public
 */
export function formatPath(path: Path): string {
  let text = '';
  for (const segment of path) {
    const step = formatSegment(segment);
    text += text && !step.startsWith('[') ? `.${step}` : step;
  }
  return text;
}

export function formatSegment(segment: Segment): string {
  if ('field' in segment) {
    return segment.field;
  }
  if ('index' in segment) {
    return `[${segment.index}]`;
  }
  if ('value' in segment) {
    return `[=${scalarText(segment.value)}]`;
  }
  const parts = Object.keys(segment.key).map(
    name => `${name}=${scalarText(segment.key[name])}`,
  );
  return `[${parts.join(',')}]`;
}

function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : String(value);
}
