import { findChild } from '../fields/childIndex';
import { ElementFinder } from '../fields/elementFinder';
import { FieldSet } from '../fields/fieldSet';
import { mayHaveKey } from '../path/resolve';
import { Path, Segment } from '../path/segment';
import { isDefault } from '../schema/defaults';
import { SchemaNode } from '../schema/schemaNode';
import {
  isEmpty,
  isList,
  isMap,
  isZero,
  JsonValue,
  sameJson,
} from '../values/json';
import { sameScalar } from '../values/scalar';
import { Undeclared } from './difference';
import { isFreeMap, leadsToFreeMap } from './freeMaps';
import { isServerField } from './serverFields';
import { isKeyPart, LooksInto, undeclaredWithin } from './undeclaredWithin';

/** One place that a field set speaks about. */
export interface UndeclaredPlace {
  path: Path;
  schema?: SchemaNode;
  elements: ElementFinder;
  /** Of those that a set holds whole. */
  looksInto: LooksInto;
}

/**
 * The fields of a set that are live but not declared: the highest node that
 * the set owns whole, so that one added container is one finding and not its
 * fourteen leaves. Values that the API server fills in by itself do not count.
 */
export function undeclaredFields(
  set: FieldSet,
  desired: JsonValue | undefined,
  live: JsonValue,
  place: UndeclaredPlace,
): Undeclared[] {
  const found: Undeclared[] = [];
  for (const { segment, set: below } of set.children) {
    const value = place.elements.find(live, segment, place.schema?.items);
    const declared =
      desired === undefined ? undefined : declaredAt(desired, segment, place);
    if (
      value !== undefined &&
      value !== null &&
      !isSettled(below, segment, declared, value)
    ) {
      const child = step(place, segment);
      if (!isServerField(child.path) && !isKeyPart(child.path)) {
        const node = {
          place: child,
          segment,
          parent: live,
          declared: desired,
          type: place.schema,
        };
        found.push(...undeclaredAt(below, declared, value, node));
      }
    }
  }
  return found;
}

/**
 * What desired says of a place. Where nobody knows the list's type, an element
 * that leaves out a part of the key may be the one that is meant.
 */
function declaredAt(
  desired: JsonValue,
  segment: Segment,
  { elements, schema }: UndeclaredPlace,
): JsonValue | undefined {
  const found = elements.find(desired, segment, schema?.items);
  return found === undefined &&
    schema === undefined &&
    'key' in segment &&
    isList(desired)
    ? desired.find(item => mayHaveKey(item, segment))
    : found;
}

/** Whether nothing undeclared can be found at a place: most are such. */
function isSettled(
  set: FieldSet,
  segment: Segment,
  declared: JsonValue | undefined,
  live: JsonValue,
): boolean {
  if (declared === undefined) {
    return false;
  }
  // Whether what is declared differs, the walk of desired has told.
  return set.children.length === 0
    ? declared !== null && (!isContainer(declared) || sameJson(declared, live))
    : 'key' in segment && sameJson(declared, live);
}

function isContainer(value: JsonValue): boolean {
  return isMap(value) || isList(value);
}

function undeclaredAt(
  set: FieldSet,
  declared: JsonValue | undefined,
  live: JsonValue,
  node: Node,
): Undeclared[] {
  if (declared === undefined) {
    return topmost(set, live, node);
  }
  if (declared === null) {
    return meansNothing(live, node) ? [] : topmost(set, live, node);
  }
  return set.children.length === 0
    ? undeclaredWithin(declared, live, node.place)
    : undeclaredFields(set, declared, live, node.place);
}

/** Who declares a text as null gets an empty one; of a quantity, zero. */
function meansNothing(live: JsonValue, { place }: Node): boolean {
  return (
    isZero(live) ||
    (place.schema?.scalar === 'quantity' && sameScalar('0', live, 'quantity'))
  );
}

interface Node {
  place: UndeclaredPlace;
  segment: Segment;
  parent: JsonValue;
  declared?: JsonValue;
  type?: SchemaNode;
}

function topmost(set: FieldSet, live: JsonValue, node: Node): Undeclared[] {
  const { place } = node;
  if (isFreeMap(place.path, live)) {
    return undeclaredFields(set, undefined, live, place);
  }
  // An empty label is a label; an empty field is none.
  const isEntry = isMap(node.parent) && leadsToFreeMap(place.path.slice(0, -1));
  if ((isEmpty(live) && !isEntry) || isDefaultAt(live, node)) {
    return [];
  }
  if ('key' in node.segment || ownsWhole(set, live, place)) {
    return [{ path: [...place.path], live }];
  }
  return undeclaredFields(set, undefined, live, place);
}

/** Whether all below a node belongs to the set, or came by default. */
function ownsWhole(
  set: FieldSet,
  live: JsonValue,
  place: UndeclaredPlace,
): boolean {
  if (set.children.length === 0) {
    return set.member;
  }
  if (isMap(live)) {
    return Object.keys(live).every(name => {
      const segment = { field: name };
      const child = findChild(set, segment);
      const below = step(place, segment);
      return child
        ? ownsWhole(child.set, live[name], below)
        : isDefaultAt(live[name], {
            place: below,
            segment,
            parent: live,
            type: place.schema,
          });
    });
  }
  return isList(live) && listsAll(set, live, place);
}

/** Whether the set names each element of a list. */
function listsAll(
  set: FieldSet,
  live: JsonValue[],
  { elements, schema }: UndeclaredPlace,
): boolean {
  const named = new Set(
    set.children.map(({ segment }) =>
      elements.find(live, segment, schema?.items),
    ),
  );
  return live.every(item => named.has(item));
}

function step(place: UndeclaredPlace, segment: Segment): UndeclaredPlace {
  return {
    path: [...place.path, segment],
    elements: place.elements,
    looksInto: place.looksInto,
    schema:
      'field' in segment
        ? place.schema?.field(segment.field)
        : place.schema?.items,
  };
}

function isDefaultAt(live: JsonValue, node: Node): boolean {
  return (
    'field' in node.segment &&
    isDefault(live, {
      schema: node.place.schema,
      name: node.segment.field,
      parentType: node.type?.typeName,
      parent: node.parent,
      declared: node.declared,
    })
  );
}
