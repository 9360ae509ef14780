import { isDefault, zeroMeansDefault } from '../schema/defaults';
import { fallbackScalarType } from '../schema/fallback';
import { SchemaNode } from '../schema/schemaNode';
import { isHollow, isMap, isZero, JsonValue } from '../values/json';
import { sameScalar, ScalarType } from '../values/scalar';
import { originalText } from '../yaml/originalText';
import { Place } from './place';

/** What a value is, by its schema, else by the names of field and parent. */
export function scalarTypeOf(
  schema: SchemaNode | undefined,
  name: string | undefined,
  parentName: string | undefined,
): ScalarType {
  const told = schema?.scalar ?? 'any';
  return told === 'any' ? fallbackScalarType(name, parentName) : told;
}

/** Compares two values that are neither both maps nor both lists. */
export function sameValue(
  desired: JsonValue,
  live: JsonValue,
  place: Place,
): boolean {
  const type = scalarTypeOf(place.schema, place.name, place.parentName);
  if (sameScalar(desired, live, type)) {
    return true;
  }
  const saysNothing =
    desired === '' || (desired === 0 && zeroMeansDefault(place));
  if (
    place.inStruct &&
    saysNothing &&
    isDefault(live, { ...place, parent: place.container })
  ) {
    return true;
  }
  // Written as `yes`: some tools send a boolean, others the word.
  return (
    typeof live === 'string' &&
    place.container !== undefined &&
    place.key !== undefined &&
    originalText(place.container, place.key) === live
  );
}

/** Whether a declared value is one that the live object leaves out anyway. */
export function meansAbsent(
  desired: JsonValue,
  live: JsonValue | undefined,
  { schema, inStruct }: Pick<Place, 'schema' | 'inStruct'>,
): boolean {
  if (live === null && isZero(desired)) {
    return true;
  }
  if (inStruct) {
    return isZero(desired) || (isMap(desired) && isHollow(desired));
  }
  // A map or a list of a known type is dropped when it is empty.
  return schema?.builtIn === true && isHollow(desired);
}
