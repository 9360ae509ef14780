import { ElementType, keyPart, resolveSegment } from '../path/resolve';
import { Path, Segment } from '../path/segment';
import { isMap, JsonMap, JsonValue } from '../values/json';

/** Up to this many elements, looking at each is quicker than an index. */
const SHORT_LIST = 4;

type Index = Map<string, JsonValue>;

/**
 * Finds what field sets point at. The sets name every element of a list, and
 * several sets the same ones: so a list is indexed by its keys once, lest the
 * time grow with the square of its length.
 */
export class ElementFinder {
  readonly #indexes = new Map<JsonValue, Map<string, Index>>();
  readonly #members = new Map<JsonValue, ReadonlySet<JsonValue>>();

  /**
   * @param type - of the elements, when the value is a list of a known type
   */
  find(
    value: JsonValue,
    segment: Segment,
    type?: ElementType,
  ): JsonValue | undefined {
    if (!Array.isArray(value) || value.length <= SHORT_LIST) {
      return resolveSegment(value, segment, type);
    }
    if ('key' in segment) {
      const names = Object.keys(segment.key);
      const index = this.#indexOf(value, names, type);
      return index.get(textOf(segment.key, names));
    }
    if ('value' in segment && typeof segment.value === 'string') {
      return this.#membersOf(value).has(segment.value)
        ? segment.value
        : undefined;
    }
    return resolveSegment(value, segment, type);
  }

  /** Of a path, each step by {@link ElementFinder.find}. */
  follow(root: JsonValue | undefined, path: Path): JsonValue | undefined {
    let current = root;
    for (const segment of path) {
      if (current === undefined) {
        return undefined;
      }
      current = this.find(current, segment);
    }
    return current;
  }

  #membersOf(list: JsonValue[]): ReadonlySet<JsonValue> {
    let members = this.#members.get(list);
    if (!members) {
      members = new Set(list);
      this.#members.set(list, members);
    }
    return members;
  }

  #indexOf(list: JsonValue[], names: string[], type?: ElementType): Index {
    let ofList = this.#indexes.get(list);
    if (!ofList) {
      ofList = new Map();
      this.#indexes.set(list, ofList);
    }
    const signature = names.join('\u0000');
    let index = ofList.get(signature);
    if (!index) {
      index = buildIndex(list, names, type);
      ofList.set(signature, index);
    }
    return index;
  }
}

/** The first of several elements with the same key counts. */
function buildIndex(
  list: JsonValue[],
  names: string[],
  type?: ElementType,
): Index {
  const index: Index = new Map();
  for (const item of list) {
    const text = isMap(item) ? textOf(item, names, type) : undefined;
    if (text !== undefined && !index.has(text)) {
      index.set(text, item);
    }
  }
  return index;
}

function textOf(map: JsonMap, names: string[], type?: ElementType): string {
  let text = '';
  for (const name of names) {
    text += `${String(keyPart(map, name, type))}\u0000`;
  }
  return text;
}
