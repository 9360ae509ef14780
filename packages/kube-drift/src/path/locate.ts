import { isMap, JsonMap, JsonValue } from '../values/json';
import { parsePattern } from './parse';
import { resolveSegment } from './resolve';
import { Path, Segment } from './segment';

/**
 * Reads the text of a path with the objects at hand that it points into: only
 * they tell that `app.kubernetes.io/name` in a selector is one key.
 *
 * @returns `undefined` when the text is no path
 */
export function locatePath(
  text: string,
  roots: Array<JsonValue | undefined>,
): Path | undefined {
  const path: Segment[] = [];
  let rest = text;
  let current = roots;
  while (rest !== '') {
    const step = rest.startsWith('[')
      ? readBracket(rest)
      : readField(rest, current);
    if (!step) {
      return undefined;
    }
    const { segment } = step;
    path.push(segment);
    rest = step.rest.replace(/^\./, '');
    current = current.map(value =>
      value === undefined ? undefined : resolveSegment(value, segment),
    );
  }
  return path;
}

interface Step {
  segment: Segment;
  rest: string;
}

function readBracket(text: string): Step | undefined {
  const end = text.indexOf(']');
  const [segment] = parsePattern(text.slice(0, end + 1)) ?? [];
  return segment && !('any' in segment)
    ? { segment, rest: text.slice(end + 1) }
    : undefined;
}

/** The longest key that one of the objects really has; else what lies before the next dot or bracket. */
function readField(
  text: string,
  current: Array<JsonValue | undefined>,
): Step | undefined {
  const plain = /^[^.[]*/.exec(text)?.[0] ?? '';
  const maps = current.filter(isMap);
  let end = text.length;
  while (end > plain.length && !isKey(maps, text.slice(0, end))) {
    end = Math.max(
      text.lastIndexOf('.', end - 1),
      text.lastIndexOf('[', end - 1),
    );
  }
  const name = text.slice(0, Math.max(end, plain.length));
  return name === ''
    ? undefined
    : { segment: { field: name }, rest: text.slice(name.length) };
}

function isKey(maps: readonly JsonMap[], name: string): boolean {
  return maps.some(map => Object.hasOwn(map, name));
}
