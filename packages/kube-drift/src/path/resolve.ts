import { isList, isMap, JsonValue, own, sameJson } from '../values/json';
import { Path, Segment } from './segment';

type KeySegment = Extract<Segment, { key: unknown }>;

/** What is known of the elements of a list: the defaults of their fields. */
export interface ElementType {
  field(name: string): { readonly default?: JsonValue } | undefined;
}

/** Key fields that a manifest may leave out, whatever the list. */
const KEY_DEFAULTS: Record<string, JsonValue> = { protocol: 'TCP' };

/** One field of an element's key, as the API server fills it in. */
export function keyPart(
  item: JsonValue,
  name: string,
  type?: ElementType,
): JsonValue | undefined {
  return own(item, name) ?? type?.field(name)?.default ?? KEY_DEFAULTS[name];
}

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

/** @param type - of the elements, when the value is a list of a known type */
export function resolveSegment(
  value: JsonValue,
  segment: Segment,
  type?: ElementType,
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
  return value.find(item => hasKey(item, segment, type));
}

/**
 * Keys compare as text, since the text of a path does not tell `1` from `"1"`.
 * A key field that the element leaves out counts as what the API server fills
 * in.
 */
export function hasKey(
  item: JsonValue,
  segment: KeySegment,
  type?: ElementType,
): boolean {
  return (
    isMap(item) &&
    Object.keys(segment.key).every(
      name => String(keyPart(item, name, type)) === String(segment.key[name]),
    )
  );
}

/**
 * Whether an element has a part of the key and contradicts none: all that can
 * be told when nobody knows what the API server fills in.
 */
export function mayHaveKey(item: JsonValue, segment: KeySegment): boolean {
  const names = Object.keys(segment.key).filter(
    name => keyPart(item, name) !== undefined,
  );
  return (
    names.length > 0 &&
    names.every(
      name => String(keyPart(item, name)) === String(segment.key[name]),
    )
  );
}
