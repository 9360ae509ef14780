import { Path } from '../path/segment';
import { isMap, JsonValue } from '../values/json';

const FREE_MAPS = new Set([
  'labels',
  'annotations',
  'data',
  'stringData',
  'binaryData',
]);

/**
 * Maps whose keys are independent of each other. When the whole map is on one
 * side only, each of its keys is a difference of its own.
 */
export function isFreeMap(path: Path, value: JsonValue | undefined): boolean {
  return leadsToFreeMap(path) && isMap(value) && Object.keys(value).length > 0;
}

/** Whether a path leads to where such a map may stand. */
export function leadsToFreeMap(path: Path): boolean {
  const last = path.at(-1);
  return last !== undefined && 'field' in last && FREE_MAPS.has(last.field);
}
