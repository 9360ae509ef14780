import { isList, isMap, JsonMap, JsonValue, own } from '../values/json';
import { formatPath } from './format';
import { PatternSegment } from './parse';
import { resolveSegment } from './resolve';
import { Path, Segment } from './segment';

/**
 * Whether a pattern covers a path: names it or an ancestor of it.
 *
 * @param roots - the objects the path points into; lets `ports[name=http]`
 * and `containers[0]` find the element that the path knows by its key
 */
export function patternCovers(
  pattern: readonly PatternSegment[],
  path: Path,
  roots: Array<JsonValue | undefined> = [],
): boolean {
  if (pattern.length > path.length) {
    return false;
  }
  let current = roots;
  for (let at = 0; at < pattern.length; at++) {
    if (!segmentMatches(pattern[at], path[at], current)) {
      return false;
    }
    current = current.map(value =>
      value === undefined ? undefined : resolveSegment(value, path[at]),
    );
  }
  return true;
}

/** Whether the text of a rule is the text of the path, or of an ancestor. */
export function textCovers(rule: string, path: Path): boolean {
  const text = formatPath(path);
  return (
    text === rule || text.startsWith(`${rule}.`) || text.startsWith(`${rule}[`)
  );
}

function segmentMatches(
  pattern: PatternSegment,
  segment: Segment,
  parents: Array<JsonValue | undefined>,
): boolean {
  if ('any' in pattern) {
    return true;
  }
  if ('field' in pattern) {
    return 'field' in segment && pattern.field === segment.field;
  }
  if ('field' in segment) {
    // A JSON Pointer cannot say whether a number is a position or a key.
    return 'index' in pattern && String(pattern.index) === segment.field;
  }
  if ('index' in pattern) {
    return matchesIndex(pattern.index, segment, parents);
  }
  if ('value' in pattern) {
    return 'value' in segment && sameText(pattern.value, segment.value);
  }
  return matchesKey(pattern.key, segment, parents);
}

function matchesIndex(
  index: number,
  segment: Segment,
  parents: Array<JsonValue | undefined>,
): boolean {
  if ('index' in segment) {
    return segment.index === index;
  }
  return parents.some(
    list =>
      isList(list) &&
      list[index] !== undefined &&
      list[index] === resolveSegment(list, segment),
  );
}

function matchesKey(
  key: JsonMap,
  segment: Segment,
  parents: Array<JsonValue | undefined>,
): boolean {
  if ('key' in segment && holds(segment.key, key)) {
    return true;
  }
  return parents.some(list => {
    const element = isList(list) ? resolveSegment(list, segment) : undefined;
    return isMap(element) && holds(element, key);
  });
}

function holds(element: JsonMap, key: JsonMap): boolean {
  return Object.keys(key).every(name => {
    const value = own(element, name);
    return value !== undefined && sameText(value, key[name]);
  });
}

function sameText(left: JsonValue, right: JsonValue): boolean {
  return String(left) === String(right);
}
