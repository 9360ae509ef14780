import { JsonMap, JsonValue } from '../values/json';

/**
 * One step of a path into an object: a field or map key, an element of a
 * keyed list by its key fields, an element by position, or a member of a set.
 *
 * @public
 */
export type Segment =
  | { field: string }
  | { key: JsonMap }
  | { index: number }
  | { value: JsonValue };

/** @public */
export type Path = readonly Segment[];

export function field(name: string): Segment {
  return { field: name };
}

export function fields(...names: string[]): Segment[] {
  return names.map(field);
}
