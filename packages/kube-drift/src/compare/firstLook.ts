import { isDefault } from '../schema/defaults';
import { SchemaNode } from '../schema/schemaNode';
import {
  isMap,
  isZero,
  JsonMap,
  JsonValue,
  own,
  sameJson,
} from '../values/json';
import { sameScalar } from '../values/scalar';
import { standInSameOrder } from './listKeys';
import { isStruct } from './place';
import { meansAbsent, scalarTypeOf } from './sameValue';
import { isSelector } from './selectors';
import {
  isOfEmbeddedObject,
  isServerFieldOf,
  Region,
  regionBelow,
} from './serverFields';

/**
 * What one look at both sides tells, at the least:
 *
 * - `same`: live is what desired says, and beside it only what the API server
 *   fills in. Nothing is changed, stale or added, whoever owns what;
 * - `changed`: what is declared may differ, but nothing undeclared is live;
 * - `more`: live may hold what desired does not mention.
 */
export type FirstLook = 'same' | 'changed' | 'more';

/** What is known of one place: no more than it takes to look at it. */
interface Spot {
  schema?: SchemaNode;
  /** Name of the field, of the list for its elements. */
  name?: string;
  region: Region;
}

/**
 * Holds two objects against each other once, noting nothing on the way: most
 * objects are as they should be, and only of the others does it matter where
 * they differ and who owns what. In doubt it says that there is more to see.
 */
export function firstLook(
  desired: JsonMap,
  live: JsonMap,
  schema: SchemaNode,
): FirstLook {
  return lookAtMaps(desired, live, { schema, region: 'object' });
}

function lookAt(
  desired: JsonValue,
  live: JsonValue,
  spot: Spot,
  parentName?: string,
): FirstLook {
  if (isMap(desired) && isMap(live)) {
    return lookAtMaps(desired, live, spot);
  }
  if (Array.isArray(desired) && Array.isArray(live)) {
    return lookAtLists(desired, live, spot);
  }
  const type = scalarTypeOf(spot.schema, spot.name, parentName);
  return sameScalar(desired, live, type) ? 'same' : 'changed';
}

function lookAtMaps(desired: JsonMap, live: JsonMap, spot: Spot): FirstLook {
  let look: FirstLook = 'same';
  let declared = 0;
  for (const name in desired) {
    if (Object.hasOwn(desired, name)) {
      const wanted = desired[name];
      const found = Object.hasOwn(live, name) ? live[name] : undefined;
      declared += isSaid(wanted) && found !== undefined ? 1 : 0;
      if (wanted !== found && !isServerFieldOf(spot.region, name)) {
        const below = lookAtField(wanted, found, name, spot);
        if (below === 'more') {
          return below;
        }
        look = below === 'same' ? look : below;
      }
    }
  }
  return declared < Object.keys(live).length &&
    holdsUndeclared(desired, live, spot)
    ? 'more'
    : look;
}

function lookAtField(
  desired: JsonValue | undefined,
  live: JsonValue | undefined,
  name: string,
  { schema, name: parentName, region }: Spot,
): FirstLook {
  const type = schema?.field(name);
  if (isSaid(desired) && isSaid(live)) {
    const spot = { schema: type, name, region: regionBelow(region, name) };
    return lookAt(desired, live, spot, parentName);
  }
  const inStruct = isStruct(schema);
  const agree = isSaid(desired)
    ? meansAbsent(desired, live, { schema: type, inStruct })
    : !isSaid(live);
  return agree ? 'same' : 'changed';
}

function lookAtLists(
  desired: JsonValue[],
  live: JsonValue[],
  spot: Spot,
): FirstLook {
  const { list, items } = spot.schema ?? {};
  if (list?.kind === 'atomic') {
    return desired.length === live.length
      ? lookAtElements(desired, live, spot)
      : 'changed';
  }
  if (
    list?.kind === 'keyed' &&
    standInSameOrder(desired, live, list.keys, items)
  ) {
    return lookAtElements(desired, live, spot);
  }
  return sameJson(desired, live) ? 'same' : 'more';
}

function lookAtElements(
  desired: JsonValue[],
  live: JsonValue[],
  { schema, name, region }: Spot,
): FirstLook {
  const spot = {
    schema: schema?.items,
    name,
    region: regionBelow(region, undefined),
  };
  let look: FirstLook = 'same';
  for (let at = 0; at < desired.length; at++) {
    const element = lookAt(desired[at], live[at], spot);
    if (element === 'more') {
      return element;
    }
    look = element === 'same' ? look : element;
  }
  return look;
}

function holdsUndeclared(desired: JsonMap, live: JsonMap, spot: Spot): boolean {
  return Object.keys(live).some(
    name =>
      isSaid(live[name]) &&
      !isSaid(own(desired, name)) &&
      !isFilledIn(name, live, desired, spot),
  );
}

/** Whether the API server puts a field there by itself. */
function isFilledIn(
  name: string,
  live: JsonMap,
  desired: JsonMap,
  { schema, region }: Spot,
): boolean {
  if (isServerFieldOf(region, name) || isOfEmbeddedObject(name, schema)) {
    return true;
  }
  const value = live[name];
  const type = schema?.field(name);
  return (
    isDefault(value, {
      schema: isSelector(type) ? undefined : type,
      name,
      parentType: schema?.typeName,
      parent: live,
      declared: desired,
    }) || holdsServerFieldsAlone(value, regionBelow(region, name))
  );
}

/** Annotations, say, of which Git declares none and a controller has one. */
function holdsServerFieldsAlone(value: JsonValue, region: Region): boolean {
  return (
    isMap(value) &&
    !isZero(value) &&
    Object.keys(value).every(name => isServerFieldOf(region, name))
  );
}

function isSaid(value: JsonValue | undefined): value is NonNullable<JsonValue> {
  return value !== undefined && value !== null;
}
