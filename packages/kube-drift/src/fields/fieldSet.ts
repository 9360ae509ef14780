import { Path, Segment } from '../path/segment';
import { isMap, JsonMap, JsonValue, sameJson } from '../values/json';
import { formatPathElement, parsePathElement } from './pathElement';

/**
 * A set of fields as `managedFields` lists them (FieldsV1).
 *
 * @public
 */
export interface FieldSet {
  /** Whether the node itself is in the set, not only something below it. */
  member: boolean;
  children: FieldSetChild[];
}

/** @public */
export interface FieldSetChild {
  segment: Segment;
  set: FieldSet;
}

/** Most nodes are leaves, and all leaves are alike. */
const LEAF: FieldSet = { member: true, children: [] };

/**
 * Reads a FieldsV1 value. Elements of later versions are ignored, invalid
 * ones left out: a field set never fails a comparison.
 *
 * @public
 */
export function parseFieldsV1(value: unknown): FieldSet {
  const children: FieldSetChild[] = [];
  if (!isMap(value)) {
    return { member: false, children };
  }
  for (const key of Object.keys(value)) {
    const element = key === '.' ? undefined : parsePathElement(key);
    if (element && 'segment' in element) {
      children.push({ segment: element.segment, set: parseChild(value[key]) });
    }
  }
  return { member: Object.hasOwn(value, '.'), children };
}

/** What nothing is listed below is a member itself. */
function parseChild(value: JsonValue): FieldSet {
  if (isMap(value) && Object.keys(value).length === 0) {
    return LEAF;
  }
  const set = parseFieldsV1(value);
  return set.children.length === 0 ? LEAF : set;
}

/** Writes the set as FieldsV1 again. @public */
export function serialiseFieldsV1(set: FieldSet): JsonMap {
  const out: JsonMap = {};
  if (set.member && set.children.length > 0) {
    out['.'] = {};
  }
  for (const child of set.children) {
    out[formatPathElement(child.segment)] = serialiseFieldsV1(child.set);
  }
  return out;
}

/** How a set relates to a path. */
export type Ownership = 'exact' | 'below' | 'above' | 'none';

/**
 * - `exact`: the field itself is in the set;
 * - `below`: only fields under it are;
 * - `above`: an ancestor is, and nothing under that ancestor (so it is owned
 *   as a whole, as atomic lists and maps are).
 */
export function ownershipOf(set: FieldSet, path: Path): Ownership {
  let current = set;
  for (let at = 0; at < path.length; at++) {
    const child = current.children.find(({ segment }) =>
      sameSegment(segment, path[at]),
    );
    if (!child) {
      return at > 0 && current.member && current.children.length === 0
        ? 'above'
        : 'none';
    }
    current = child.set;
  }
  return current.member ? 'exact' : 'below';
}

/** Keys of list elements compare by the fields that both name. */
export function sameSegment(left: Segment, right: Segment): boolean {
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
  const shared = Object.keys(left).filter(name => Object.hasOwn(right, name));
  return (
    shared.length > 0 &&
    shared.every(name => String(left[name]) === String(right[name]))
  );
}
