import { Segment } from '../path/segment';
import { JsonMap, sameJson } from '../values/json';
import type { FieldSet, FieldSetChild } from './fieldSet';

const SEPARATOR = '\u0000';

/** Children whose keys share the same names with the key that is asked for. */
interface KeyGroup {
  shared: readonly string[];
  /** By the values of what is shared. */
  children: Map<string, FieldSetChild>;
}

/** The children of one set, by what a step of a path says of them. */
class ChildIndex {
  readonly #fields = new Map<string, FieldSetChild>();
  readonly #texts = new Map<string, FieldSetChild>();
  readonly #others: FieldSetChild[] = [];
  /** By the names in the key that is asked for. */
  readonly #keyGroups = new Map<string, KeyGroup[]>();

  constructor(children: readonly FieldSetChild[]) {
    for (const child of children) {
      const { segment } = child;
      if ('field' in segment) {
        this.#fields.set(segment.field, child);
      } else if ('value' in segment && typeof segment.value === 'string') {
        this.#texts.set(segment.value, child);
      } else {
        this.#others.push(child);
      }
    }
  }

  find(segment: Segment): FieldSetChild | undefined {
    if ('field' in segment) {
      return this.#fields.get(segment.field);
    }
    if ('value' in segment && typeof segment.value === 'string') {
      return this.#texts.get(segment.value);
    }
    return 'key' in segment
      ? this.#findKey(segment.key)
      : this.#others.find(child => sameSegment(child.segment, segment));
  }

  #findKey(key: JsonMap): FieldSetChild | undefined {
    for (const { shared, children } of this.#keyGroupsFor(key)) {
      const child = children.get(textOf(key, shared));
      if (child) {
        return child;
      }
    }
    return undefined;
  }

  #keyGroupsFor(key: JsonMap): KeyGroup[] {
    const asked = Object.keys(key).join(SEPARATOR);
    let groups = this.#keyGroups.get(asked);
    if (!groups) {
      groups = groupByShared(this.#others, key);
      this.#keyGroups.set(asked, groups);
    }
    return groups;
  }
}

/** Up to this many children, looking at each is quicker than an index. */
const SHORT = 32;

/** Of sets that list much: each is asked for one path after the other. */
const indexes = new WeakMap<FieldSet, ChildIndex>();

/** What a set says of one step below it. */
export function findChild(
  set: FieldSet,
  segment: Segment,
): FieldSetChild | undefined {
  const { children } = set;
  if (children.length <= SHORT) {
    return children.find(child => sameSegment(child.segment, segment));
  }
  let index = indexes.get(set);
  if (!index) {
    index = new ChildIndex(children);
    indexes.set(set, index);
  }
  return index.find(segment);
}

/** Keys of list elements compare by the fields that both name. */
function sameSegment(left: Segment, right: Segment): boolean {
  if ('field' in left) {
    return 'field' in right && left.field === right.field;
  }
  if ('index' in left) {
    return 'index' in right && left.index === right.index;
  }
  if ('value' in left) {
    return 'value' in right && sameJson(left.value, right.value);
  }
  return 'key' in right && sameKey(left.key, right.key);
}

function sameKey(left: JsonMap, right: JsonMap): boolean {
  let shares = false;
  for (const name of Object.keys(left)) {
    if (Object.hasOwn(right, name)) {
      if (String(left[name]) !== String(right[name])) {
        return false;
      }
      shares = true;
    }
  }
  return shares;
}

function groupByShared(
  children: readonly FieldSetChild[],
  key: JsonMap,
): KeyGroup[] {
  const groups = new Map<string, KeyGroup>();
  for (const child of children) {
    const other = 'key' in child.segment ? child.segment.key : {};
    const shared = sharedNames(key, other);
    const name = shared.join(SEPARATOR);
    const group = groups.get(name) ?? { shared, children: new Map() };
    groups.set(name, group);
    const text = textOf(other, shared);
    if (shared.length > 0 && !group.children.has(text)) {
      group.children.set(text, child);
    }
  }
  return [...groups.values()];
}

function sharedNames(left: JsonMap, right: JsonMap): string[] {
  return Object.keys(left).filter(name => Object.hasOwn(right, name));
}

function textOf(key: JsonMap, names: readonly string[]): string {
  return names.map(name => String(key[name])).join(SEPARATOR);
}
