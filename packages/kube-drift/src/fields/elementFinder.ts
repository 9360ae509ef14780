import { hasKey, KEY_DEFAULTS, resolveSegment } from '../path/resolve';
import { Segment } from '../path/segment';
import { isMap, JsonMap, JsonValue, own } from '../values/json';

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

  find(value: JsonValue, segment: Segment): JsonValue | undefined {
    if (
      !('key' in segment) ||
      !Array.isArray(value) ||
      value.length <= SHORT_LIST
    ) {
      return resolveSegment(value, segment);
    }
    const names = Object.keys(segment.key);
    const found = this.#indexOf(value, names).get(textOf(segment.key, names));
    return found !== undefined && hasKey(found, segment) ? found : undefined;
  }

  #indexOf(list: JsonValue[], names: string[]): Index {
    let ofList = this.#indexes.get(list);
    if (!ofList) {
      ofList = new Map();
      this.#indexes.set(list, ofList);
    }
    const signature = names.join('\u0000');
    let index = ofList.get(signature);
    if (!index) {
      index = buildIndex(list, names);
      ofList.set(signature, index);
    }
    return index;
  }
}

/** The first of several elements with the same key counts. */
function buildIndex(list: JsonValue[], names: string[]): Index {
  const index: Index = new Map();
  for (const item of list) {
    const text = isMap(item) ? textOf(item, names) : undefined;
    if (text !== undefined && !index.has(text)) {
      index.set(text, item);
    }
  }
  return index;
}

function textOf(map: JsonMap, names: string[]): string {
  let text = '';
  for (const name of names) {
    text += `${String(own(map, name) ?? KEY_DEFAULTS[name])}\u0000`;
  }
  return text;
}
