import { hasKey } from '../path/resolve';
import { Path, Segment } from '../path/segment';
import { isList, isMap, JsonMap, JsonValue, own } from '../values/json';
import { withValueAt } from '../adopt/withValueAt';
import type { DriftedField, DriftedObject } from './DriftedObject';
import { rivalsOf } from './rivals';

/**
 * A JSON patch (RFC 6902) that sets fields to what Git says. Lists are addressed by position, so each element on the
 * way is tested to be the one that is meant. What rules a field out goes with it.
 *
 * @returns undefined when a path leads nowhere in the live object
 */
export function jsonPatch(
  object: DriftedObject,
  fields: readonly DriftedField[],
): JsonMap[] | undefined {
  const { live = null } = object;
  const tests = new Map<string, JsonMap>();
  const sets: JsonMap[] = [];
  const removals = new Map<string, string[]>();
  const wanted = fields.flatMap(field => [
    ...rivalsOf(object, field).paths.map(path => ({
      path,
      desired: undefined,
    })),
    field,
  ]);
  for (const { path, desired } of wanted) {
    const place = follow(live, path);
    if (!place) {
      return undefined;
    }
    place.tests.forEach(test => tests.set(String(test.path), test));
    const pointer = pointerText(place.pointer);
    if (desired === undefined) {
      if (place.rest.length > 0) {
        return undefined;
      }
      removals.set(pointer, place.pointer);
    } else if (place.rest.length === 0) {
      sets.push({ op: 'replace', path: pointer, value: desired });
    } else {
      sets.push(addition(place, desired));
    }
  }
  return [
    ...tests.values(),
    ...sets,
    ...[...removals]
      .sort(([, a], [, b]) => comparePointers(b, a))
      .map(([path]) => ({ op: 'remove', path })),
  ];
}

interface Place {
  /** As far as the live object has the path. */
  pointer: string[];
  /** What it does not have. */
  rest: Path;
  tests: JsonMap[];
}

function follow(live: JsonValue, path: Path): Place | undefined {
  const place: Place = { pointer: [], rest: path, tests: [] };
  let current = live;
  for (const [at, segment] of path.entries()) {
    const step = stepInto(current, segment);
    if (!step) {
      place.rest = path.slice(at);
      const fits = 'field' in segment ? isMap(current) : isList(current);
      return fits ? place : undefined;
    }
    place.pointer.push(step.token);
    place.tests.push(...testsOf(segment, step.value, place.pointer));
    current = step.value;
  }
  return { ...place, rest: [] };
}

function stepInto(
  value: JsonValue,
  segment: Segment,
): { token: string; value: JsonValue } | undefined {
  if ('field' in segment) {
    const inner = own(value, segment.field);
    return inner === undefined
      ? undefined
      : { token: segment.field, value: inner };
  }
  if (!isList(value)) {
    return undefined;
  }
  const index = value.findIndex((item, at) => {
    if ('index' in segment) return at === segment.index;
    if ('key' in segment) return hasKey(item, segment);
    return String(item) === String(segment.value);
  });
  return index === -1
    ? undefined
    : { token: String(index), value: value[index] };
}

/** That the element at a position is the one that is meant. */
function testsOf(
  segment: Segment,
  item: JsonValue,
  pointer: readonly string[],
): JsonMap[] {
  if ('key' in segment) {
    return Object.keys(segment.key).flatMap(key => {
      const value = own(item, key);
      return value === undefined
        ? []
        : [{ op: 'test', path: pointerText([...pointer, key]), value }];
    });
  }
  return 'value' in segment
    ? [{ op: 'test', path: pointerText(pointer), value: item }]
    : [];
}

/** What is not there is made, down to the value. */
function addition({ pointer, rest }: Place, desired: JsonValue): JsonMap {
  const [first, ...deeper] = rest;
  const token = 'field' in first ? first.field : '-';
  const value = withValueAt(undefined, deeper, desired);
  return {
    op: 'add',
    path: pointerText([...pointer, token]),
    value: value ?? null,
  };
}

function pointerText(tokens: readonly string[]): string {
  return tokens
    .map(token => `/${token.replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

/** Positions by number, so that what stands behind is removed first. */
function comparePointers(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) {
      const isPosition = /^\d+$/.test(a[at]) && /^\d+$/.test(b[at]);
      if (isPosition) {
        return Number(a[at]) - Number(b[at]);
      }
      return a[at] < b[at] ? -1 : 1;
    }
  }
  return a.length - b.length;
}
