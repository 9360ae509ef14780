import { keyPart } from '../path/resolve';
import { Segment } from '../path/segment';
import { SchemaNode } from '../schema/schemaNode';
import { JsonMap, JsonValue } from '../values/json';

type KeySegment = Extract<Segment, { key: unknown }>;

/** The key of one element, with the parts that the API server fills in. */
export function keySegmentOf(
  item: JsonValue,
  keys: readonly string[],
  schema: SchemaNode | undefined,
): KeySegment {
  const key: JsonMap = {};
  for (const name of keys) {
    const value = keyPart(item, name, schema);
    if (value !== undefined && value !== null) {
      key[name] = value;
    }
  }
  return { key };
}

export interface KeyedItem {
  segment: KeySegment;
  item: JsonValue;
}

/**
 * Elements of a keyed list by their key. The API server accepts duplicates of
 * some keys (environment variables): they pair by occurrence.
 */
export class KeyedIndex {
  readonly #items = new Map<string, KeyedItem[]>();

  constructor(
    list: readonly JsonValue[],
    keys: readonly string[],
    schema: SchemaNode | undefined,
  ) {
    for (const item of list) {
      const segment = keySegmentOf(item, keys, schema);
      const id = identityOf(segment);
      const known = this.#items.get(id);
      if (known) {
        known.push({ segment, item });
      } else {
        this.#items.set(id, [{ segment, item }]);
      }
    }
  }

  get(segment: KeySegment, occurrence = 0): JsonValue | undefined {
    return this.#items.get(identityOf(segment))?.[occurrence]?.item;
  }

  /** All elements of one key, in their order. */
  occurrences(identity: string): readonly KeyedItem[] {
    return this.#items.get(identity) ?? [];
  }
}

export function identityOf(segment: KeySegment): string {
  let text = '';
  for (const name of Object.keys(segment.key).sort()) {
    text += `${name}=${String(segment.key[name])}\u0000`;
  }
  return text;
}

/** How often each key stands in a list. */
export function countKeys(
  list: readonly JsonValue[],
  keys: readonly string[],
  schema: SchemaNode | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) {
    const id = identityOf(keySegmentOf(item, keys, schema));
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether each element has its partner at its own position, as is usual. It
 * spares the index; duplicates pair by occurrence then as well.
 */
export function standInSameOrder(
  desired: readonly JsonValue[],
  live: readonly JsonValue[],
  keys: readonly string[],
  schema: SchemaNode | undefined,
): boolean {
  if (desired.length !== live.length) {
    return false;
  }
  for (let at = 0; at < desired.length; at++) {
    for (const name of keys) {
      const part = keyPart(desired[at], name, schema);
      if (part === undefined || part !== keyPart(live[at], name, schema)) {
        return false;
      }
    }
  }
  return true;
}
