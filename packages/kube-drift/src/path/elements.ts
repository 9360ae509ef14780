import { createHmac } from 'node:crypto';
import { isList, isMap, JsonValue } from '../values/json';
import { resolveSegment } from './resolve';
import { Path } from './segment';

/**
 * What else is true of a list element that a path leads through: by which
 * position, and by which of its fields, a rule may call it.
 *
 * @public
 */
export interface ListElement {
  /** Which segment of the path names it, from 0. */
  at: number;
  /** As it stands in each object that has it. */
  sides: ListElementSide[];
}

/** @public */
export interface ListElementSide {
  position: number;
  /** One mark for each field that holds a plain value. */
  marks: string[];
}

/** Stands for a field and its value, `name=web`: equal marks, equal fields. */
export type Marker = (name: string, value: JsonValue) => string;

/**
 * With a key the marks can be stored: they tell nothing of the values, which
 * may be secret, and without the key nobody can try values until one fits.
 */
export function createMarker(key?: string | Uint8Array): Marker {
  if (key === undefined) {
    return (name, value) => `${name}=${value}`;
  }
  return (name, value) =>
    createHmac('sha256', key)
      .update(`element:${name}=${value}`)
      .digest('hex')
      .slice(0, 16);
}

/** Describes the list elements on the way of a path through the objects. */
export function elementsOn(
  path: Path,
  roots: readonly (JsonValue | undefined)[],
  mark: Marker,
): ListElement[] {
  const elements: ListElement[] = [];
  let current = roots;
  path.forEach((segment, at) => {
    const next = current.map(value =>
      value === undefined ? undefined : resolveSegment(value, segment),
    );
    if (!('field' in segment)) {
      const sides = next.flatMap((element, side) =>
        sideOf(current[side], element, mark),
      );
      elements.push({ at, sides });
    }
    current = next;
  });
  return elements;
}

function sideOf(
  list: JsonValue | undefined,
  element: JsonValue | undefined,
  mark: Marker,
): ListElementSide[] {
  if (!isList(list) || element === undefined) {
    return [];
  }
  const fields = isMap(element) ? Object.entries(element) : [];
  return [
    {
      position: list.indexOf(element),
      marks: fields
        .filter(([, value]) => isPlain(value))
        .map(([name, value]) => mark(name, value)),
    },
  ];
}

function isPlain(value: JsonValue): boolean {
  return typeof value !== 'object' || value === null;
}
