import { JsonMap, JsonValue, own } from '../values/json';
import { createMarker, ListElement, Marker } from './elements';
import { formatPath } from './format';
import { PatternSegment } from './parse';
import { Path, Segment } from './segment';

/**
 * Whether a pattern covers a path: names it or an ancestor of it.
 *
 * @param elements - what is known of the list elements on the way; lets
 * `ports[name=http]` and `containers[0]` find the element that the path knows
 * by its key
 * @param mark - by which the elements were described
 */
export function patternCovers(
  pattern: readonly PatternSegment[],
  path: Path,
  elements: readonly ListElement[] = [],
  mark: Marker = createMarker(),
): boolean {
  return (
    pattern.length <= path.length &&
    pattern.every((wanted, at) =>
      segmentMatches(
        wanted,
        path[at],
        elements.find(element => element.at === at)?.sides ?? [],
        mark,
      ),
    )
  );
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
  sides: ListElement['sides'],
  mark: Marker,
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
    return 'index' in segment
      ? segment.index === pattern.index
      : sides.some(({ position }) => position === pattern.index);
  }
  if ('value' in pattern) {
    return 'value' in segment && sameText(pattern.value, segment.value);
  }
  return matchesKey(pattern.key, segment, sides, mark);
}

function matchesKey(
  key: JsonMap,
  segment: Segment,
  sides: ListElement['sides'],
  mark: Marker,
): boolean {
  if ('key' in segment && holds(segment.key, key)) {
    return true;
  }
  const wanted = Object.keys(key).map(name => mark(name, key[name]));
  return sides.some(({ marks }) => wanted.every(one => marks.includes(one)));
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
