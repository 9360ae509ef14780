import { Segment } from '../path/segment';
import { isMap, JsonMap, JsonValue } from '../values/json';
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

/** Most sets are asked for one path only: what lies aside is never parsed. */
class FieldSetReader implements FieldSet {
  readonly member: boolean;
  readonly #fields: JsonMap;
  #children?: FieldSetChild[];

  constructor(fields: JsonMap) {
    this.member = Object.hasOwn(fields, '.');
    this.#fields = fields;
  }

  get children(): FieldSetChild[] {
    this.#children ??= readChildren(this.#fields);
    return this.#children;
  }
}

/**
 * Reads a FieldsV1 value. Elements of later versions are ignored, invalid
 * ones left out: a field set never fails a comparison.
 *
 * @public
 */
export function parseFieldsV1(value: unknown): FieldSet {
  return isMap(value)
    ? new FieldSetReader(value)
    : { member: false, children: [] };
}

function readChildren(fields: JsonMap): FieldSetChild[] {
  return Object.keys(fields).flatMap(key => {
    const segment = segmentOf(key);
    return segment ? [{ segment, set: readChild(fields[key]) }] : [];
  });
}

/** What nothing is listed below is a member itself. */
function readChild(value: JsonValue): FieldSet {
  return isMap(value) && Object.keys(value).some(segmentOf)
    ? new FieldSetReader(value)
    : LEAF;
}

/** The dot stands for the node itself. */
function segmentOf(key: string): Segment | undefined {
  const element = key === '.' ? undefined : parsePathElement(key);
  return element && 'segment' in element ? element.segment : undefined;
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
