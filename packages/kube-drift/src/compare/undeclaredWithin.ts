import { Path } from '../path/segment';
import { isDefault } from '../schema/defaults';
import { SchemaNode } from '../schema/schemaNode';
import { isList, isMap, JsonMap, JsonValue, own } from '../values/json';
import { Difference, Undeclared } from './difference';
import { isSelector } from './selectors';
import { isOfEmbeddedObject } from './serverFields';
import { compareDeclared } from './walk';

/** Limits that are derived from each other, key by key. */
const DERIVED_FROM_EACH_OTHER = 'core.v1.LimitRangeItem';

/**
 * Atomic lists whose elements are looked into. An admission webhook may fill
 * in elements of custom resources, and whoever applied them owns that as well.
 */
export type LooksInto = 'every list' | 'lists of built-in types';

/** One place inside what is owned as a whole. */
interface PlaceWithin {
  path: Path;
  schema?: SchemaNode;
  looksInto: LooksInto;
}

/**
 * The undeclared fields inside an atomic map or list (a selector, the rules of
 * a role): a field set holds such a one whole and says nothing of its parts.
 */
export function undeclaredWithin(
  desired: JsonValue,
  live: JsonValue,
  place: PlaceWithin,
): Undeclared[] {
  if (isMap(desired) && isMap(live)) {
    return Object.keys(live).flatMap(name =>
      undeclaredKey(name, desired, live, place),
    );
  }
  return isList(desired) && isList(live)
    ? undeclaredInElements(desired, live, place)
    : [];
}

function undeclaredKey(
  name: string,
  desired: JsonMap,
  live: JsonMap,
  { path, schema, looksInto }: PlaceWithin,
): Undeclared[] {
  const value = live[name];
  const declared = own(desired, name);
  const child = {
    path: [...path, { field: name }],
    schema: schema?.field(name),
    looksInto,
  };
  if (declared !== undefined) {
    return declared === null ? [] : undeclaredWithin(declared, value, child);
  }
  const filledIn =
    value === null ||
    isKeyPart(child.path) ||
    isOfEmbeddedObject(name, schema) ||
    isDefault(value, {
      schema: isSelector(child.schema) ? undefined : child.schema,
      name,
      parentType: schema?.typeName,
      parent: live,
      declared: desired,
    });
  return filledIn ? [] : [{ path: child.path, live: value }];
}

/**
 * Elements of an atomic list have no names: where one stands at its place and
 * holds all that is declared, what else it holds was added to it.
 */
function undeclaredInElements(
  desired: JsonValue[],
  live: JsonValue[],
  { path, schema, looksInto }: PlaceWithin,
): Undeclared[] {
  if (
    schema?.list?.kind !== 'atomic' ||
    (looksInto === 'lists of built-in types' && !schema.builtIn) ||
    schema.items?.typeName === DERIVED_FROM_EACH_OTHER ||
    desired.length !== live.length
  ) {
    return [];
  }
  return desired.flatMap((wanted, index) => {
    const child = {
      path: [...path, { index }],
      schema: schema.items,
      looksInto,
    };
    const found: Difference[] = [];
    compareDeclared(wanted, live[index], child, found);
    return found.length === 0
      ? undeclaredWithin(wanted, live[index], child)
      : [];
  });
}

/** A part of the key by which an element was found, filled in or not. */
export function isKeyPart(path: Path): boolean {
  const [element, part] = path.slice(-2);
  return (
    part !== undefined &&
    'key' in element &&
    'field' in part &&
    Object.hasOwn(element.key, part.field)
  );
}
