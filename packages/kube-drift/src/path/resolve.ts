import { isList, isMap, JsonValue, own, sameJson } from '../values/json';
import { Path, Segment } from './segment';

/** Key fields that a manifest may leave out. */
export const KEY_DEFAULTS: Record<string, JsonValue> = { protocol: 'TCP' };

/** Finds what a path points at; `undefined` when it is not there. */
export function resolvePath(
  root: JsonValue | undefined,
  path: Path,
): JsonValue | undefined {
  let current = root;
  for (const segment of path) {
    if (current === undefined) {
      return undefined;
    }
    current = resolveSegment(current, segment);
  }
  return current;
}

export function resolveSegment(
  value: JsonValue,
  segment: Segment,
): JsonValue | undefined {
  if ('field' in segment) {
    return own(value, segment.field);
  }
  if (!isList(value)) {
    return undefined;
  }
  if ('index' in segment) {
    return value[segment.index];
  }
  if ('value' in segment) {
    return value.find(item => sameJson(item, segment.value));
  }
  return value.find(item => hasKey(item, segment));
}

/**
 * Keys compare as text, since the text of a path does not tell `1` from `"1"`.
 * A key field that the element leaves out counts as matching when it is one
 * the API server fills in (`protocol`).
 */
export function hasKey(
  item: JsonValue,
  segment: Extract<Segment, { key: unknown }>,
): boolean {
  return (
    isMap(item) &&
    Object.keys(segment.key).every(name => {
      const value = own(item, name);
      return value === undefined
        ? KEY_DEFAULTS[name] === segment.key[name]
        : String(value) === String(segment.key[name]);
    })
  );
}
