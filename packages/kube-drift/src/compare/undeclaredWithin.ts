import { Path } from '../path/segment';
import { isDefault } from '../schema/defaults';
import { SchemaNode } from '../schema/schemaNode';
import { isList, isMap, JsonMap, JsonValue, own } from '../values/json';
import { Difference } from './difference';
import { isOfEmbeddedObject } from './serverFields';
import { Undeclared } from './undeclared';
import { compareDeclared } from './walk';

/** Limits that are derived from each other, key by key. */
const DERIVED_FROM_EACH_OTHER = 'core.v1.LimitRangeItem';
const SELECTOR = 'meta.v1.LabelSelector';

/** One place inside what is owned as a whole. */
interface PlaceWithin {
  path: Path;
  schema?: SchemaNode;
  /** Whether to look into lists, too. */
  intoLists?: boolean;
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
  { path, schema, intoLists }: PlaceWithin,
): Undeclared[] {
  const value = live[name];
  const declared = own(desired, name);
  const child = {
    path: [...path, { field: name }],
    schema: schema?.field(name),
    intoLists,
  };
  if (declared !== undefined) {
    return declared === null ? [] : undeclaredWithin(declared, value, child);
  }
  const filledIn =
    value === null ||
    isKeyPart(child.path) ||
    isOfEmbeddedObject(name, schema) ||
    isDefault(value, {
      // An empty selector selects everything: it is not what an absent one is.
      schema: child.schema?.typeName === SELECTOR ? undefined : child.schema,
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
  { path, schema, intoLists }: PlaceWithin,
): Undeclared[] {
  if (
    !intoLists ||
    schema?.list?.kind !== 'atomic' ||
    schema.items?.typeName === DERIVED_FROM_EACH_OTHER ||
    desired.length !== live.length
  ) {
    return [];
  }
  return desired.flatMap((wanted, index) => {
    const child = {
      path: [...path, { index }],
      schema: schema.items,
      intoLists,
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
