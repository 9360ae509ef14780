import { isDefault } from '../schema/defaults';
import { isList, isMap, isZero, JsonMap, JsonValue, own } from '../values/json';
import { Difference } from './difference';
import { isFreeMap } from './freeMaps';
import { compareLists } from './lists';
import { childPlace, Place } from './place';
import { meansAbsent, sameValue } from './sameValue';
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
 * type, so only a value that is no default contradicts it. An element cannot
 * be absent: there null is the empty text.
 */
function compareNull(
  live: JsonValue | undefined,
  place: Place,
  out: Difference[],
): void {
  const isElement = typeof place.key === 'number';
  if (
    isZero(live) ||
    live === undefined ||
    (place.schema?.builtIn && !isElement)
  ) {
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
