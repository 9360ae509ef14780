import { isDefault, zeroMeansDefault } from '../schema/defaults';
import { fallbackScalarType } from '../schema/fallback';
import {
  isHollow,
  isList,
  isMap,
  isZero,
  JsonMap,
  JsonValue,
  own,
} from '../values/json';
import { sameScalar } from '../values/scalar';
import { originalText } from '../yaml/originalText';
import { Difference } from './difference';
import { isFreeMap } from './freeMaps';
import { compareLists } from './lists';
import { childPlace, Place } from './place';
import { isServerField } from './serverFields';

/**
 * Compares what desired declares with live, field by field. What desired does
 * not mention is not looked at: see stale and additive fields for that.
 */
export function compareDeclared(
  desired: JsonValue | undefined,
  live: JsonValue | undefined,
  place: Place,
  out: Difference[],
): void {
  if (desired === undefined || isServerField(place.path)) {
    return;
  }
  if (desired === null) {
    compareNull(live, place, out);
    return;
  }
  if (live === undefined || live === null) {
    compareAbsent(desired, live, place, out);
    return;
  }
  if (isMap(desired) && isMap(live)) {
    compareMaps(desired, live, place, out);
    return;
  }
  if (isList(desired) && isList(live)) {
    compareLists(desired, live, place, out, compareDeclared);
    return;
  }
  if (!sameValue(desired, live, place)) {
    out.push({ path: [...place.path], type: 'changed', desired, live });
  }
}

function compareMaps(
  desired: JsonMap,
  live: JsonMap,
  place: Place,
  out: Difference[],
): void {
  for (const name of Object.keys(desired)) {
    const wanted = desired[name];
    const found = own(live, name);
    if (wanted !== found) {
      compareDeclared(wanted, found, childPlace(place, desired, name), out);
    }
  }
  if (place.schema?.retainKeys) {
    findOtherMembers(desired, live, place, out);
  }
}

/** Of a union, a live member that is not the declared one contradicts it. */
function findOtherMembers(
  desired: JsonValue,
  live: JsonValue,
  place: Place,
  out: Difference[],
): void {
  for (const name of Object.keys(live as object)) {
    const value = own(live, name);
    const child = childPlace(place, desired, name);
    if (
      value !== undefined &&
      own(desired, name) === undefined &&
      !isZero(value) &&
      !isDefault(value, { ...child, parent: live, declared: desired })
    ) {
      out.push({ path: [...child.path], type: 'additive', live: value });
    }
  }
}

/**
 * Null says "absent". The API server fills in its default for a built-in
 * type, so only a value that is no default contradicts it.
 */
function compareNull(
  live: JsonValue | undefined,
  place: Place,
  out: Difference[],
): void {
  if (isZero(live) || live === undefined || place.schema?.builtIn) {
    return;
  }
  if (isDefault(live, place)) {
    return;
  }
  out.push({ path: [...place.path], type: 'changed', desired: null, live });
}

function compareAbsent(
  desired: JsonValue,
  live: JsonValue | undefined,
  place: Place,
  out: Difference[],
): void {
  if (meansAbsent(desired, live, place)) {
    return;
  }
  if (isFreeMap(place.path, desired)) {
    for (const name of Object.keys(desired as object)) {
      const child = childPlace(place, desired, name);
      compareDeclared(own(desired, name), undefined, child, out);
    }
    return;
  }
  out.push({ path: [...place.path], type: 'missing', desired });
}

/** Whether a declared value is one that the live object leaves out anyway. */
function meansAbsent(
  desired: JsonValue,
  live: JsonValue | undefined,
  place: Place,
): boolean {
  if (live === null && isZero(desired)) {
    return true;
  }
  if (place.inStruct) {
    return isZero(desired) || (isMap(desired) && isHollow(desired));
  }
  // A map or a list of a known type is dropped when it is empty.
  return place.schema?.builtIn === true && isHollow(desired);
}

function sameValue(desired: JsonValue, live: JsonValue, place: Place): boolean {
  const told = place.schema?.scalar ?? 'any';
  const type =
    told === 'any' ? fallbackScalarType(place.name, place.parentName) : told;
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
