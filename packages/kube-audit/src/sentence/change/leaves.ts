import { isObject } from '../../event/json';

/** A value that a request sets; elements of named lists are found by their name. */
export interface Leaf {
  path: string[];
  /** `null` or undefined where it was removed. */
  value: unknown;
  /** What was there before; undefined where nobody knows. */
  before?: unknown;
}

/** Deeper than any field that has a word of its own, and safe to walk. */
const MAX_DEPTH = 14;

/** Every value within an object or a merge patch. */
export function leavesOf(value: unknown, path: string[] = []): Leaf[] {
  if (path.length >= MAX_DEPTH) {
    return [{ path, value }];
  }
  if (isObject(value)) {
    return value.$patch === 'delete'
      ? [{ path, value: null }]
      : Object.entries(value).flatMap(([key, child]) =>
          childOf(path, key, child),
        );
  }
  if (isNamedList(value)) {
    return value.flatMap(item => itemLeaves(item, path));
  }
  return [{ path, value }];
}

/** Directives of a strategic merge patch order or merge; what they delete is a change. */
function childOf(path: string[], key: string, child: unknown): Leaf[] {
  if (/^\$(setElementOrder\/|retainKeys$|patch$)/.test(key)) {
    return [];
  }
  const [, list] = /^\$deleteFromPrimitiveList\/(.+)$/.exec(key) ?? [];
  return list
    ? [{ path: [...path, list], value: null }]
    : leavesOf(child, [...path, key]);
}

/** A strategic merge patch repeats the name to say which item it means. */
function itemLeaves(item: Record<string, unknown>, path: string[]): Leaf[] {
  const at = [...path, String(item.name ?? '')];
  const fields = Object.entries(item).filter(([key]) => key !== 'name');
  return fields.length === 0
    ? [{ path: at, value: item.name }]
    : leavesOf(Object.fromEntries(fields), at);
}

function isNamedList(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}
