import { FieldSet } from '../fields/fieldSet';
import { hasKey, resolveSegment } from '../path/resolve';
import { Path, Segment } from '../path/segment';
import { isDefault } from '../schema/defaults';
import { SchemaNode } from '../schema/schemaNode';
import {
  isList,
  isMap,
  isZero,
  JsonValue,
  own,
  sameJson,
} from '../values/json';
import { isFreeMap } from './freeMaps';
import { isServerField } from './serverFields';

/** A field that is live and that desired does not mention. */
export interface Undeclared {
  path: Segment[];
  live: JsonValue;
}

interface Place {
  path: Path;
  schema?: SchemaNode;
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
  place: Place,
): Undeclared[] {
  return set.children.flatMap(({ segment, set: below }) => {
    const value = resolveSegment(live, segment);
    const child = step(place, segment);
    if (value === undefined || value === null || isServerField(child.path)) {
      return [];
    }
    const declared = declaredAt(desired, segment);
    if (declared !== undefined && declared !== null) {
      return below.children.length === 0
        ? undeclaredKeys(declared, value, child)
        : undeclaredFields(below, declared, value, child);
    }
    return topmost(below, value, {
      place: child,
      segment,
      parent: live,
      type: place.schema,
    });
  });
}

/** Of an atomic map (a selector) the set holds the map, not its keys. */
function undeclaredKeys(
  desired: JsonValue,
  live: JsonValue,
  place: Place,
): Undeclared[] {
  if (!isMap(live) || !isMap(desired)) {
    return [];
  }
  return Object.keys(live)
    .filter(name => own(desired, name) === undefined)
    .filter(
      name =>
        !isDefault(live[name], {
          schema: place.schema?.field(name),
          name,
          parentType: place.schema?.typeName,
          parent: live,
        }),
    )
    .map(name => ({
      path: [...place.path, { field: name }],
      live: live[name],
    }));
}

interface Node {
  place: Place;
  segment: Segment;
  parent: JsonValue;
  type?: SchemaNode;
}

function topmost(set: FieldSet, live: JsonValue, node: Node): Undeclared[] {
  const { place } = node;
  if (isFreeMap(place.path, live)) {
    return undeclaredFields(set, undefined, live, place);
  }
  if (isZero(live) || isDefaultAt(live, node)) {
    return [];
  }
  if ('key' in node.segment || ownsWhole(set, live, place.schema)) {
    return [{ path: [...place.path], live }];
  }
  return undeclaredFields(set, undefined, live, place);
}

/** Whether all below a node belongs to the set, or came by default. */
function ownsWhole(
  set: FieldSet,
  live: JsonValue,
  schema: SchemaNode | undefined,
): boolean {
  if (set.children.length === 0) {
    return set.member;
  }
  if (isMap(live)) {
    return Object.keys(live).every(name => {
      const child = set.children.find(
        ({ segment }) => 'field' in segment && segment.field === name,
      );
      const below = schema?.field(name);
      return child
        ? ownsWhole(child.set, live[name], below)
        : isDefault(live[name], {
            schema: below,
            name,
            parentType: schema?.typeName,
            parent: live,
          });
    });
  }
  return (
    isList(live) &&
    live.every(item =>
      set.children.some(
        ({ segment, set: below }) =>
          ('key' in segment && hasKey(item, segment)) ||
          ('value' in segment && sameJson(item, segment.value)
            ? ownsWhole(below, item, schema?.items)
            : false),
      ),
    )
  );
}

function step(place: Place, segment: Segment): Place {
  return {
    path: [...place.path, segment],
    schema:
      'field' in segment
        ? place.schema?.field(segment.field)
        : place.schema?.items,
  };
}

function declaredAt(
  desired: JsonValue | undefined,
  segment: Segment,
): JsonValue | undefined {
  return desired === undefined ? undefined : resolveSegment(desired, segment);
}

function isDefaultAt(live: JsonValue, node: Node): boolean {
  return (
    'field' in node.segment &&
    isDefault(live, {
      schema: node.place.schema,
      name: node.segment.field,
      parentType: node.type?.typeName,
      parent: node.parent,
    })
  );
}
