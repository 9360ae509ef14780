import { ManagedFieldsEntry, ownersOf } from '../fields/managedFields';
import { isDefault } from '../schema/defaults';
import {
  isMap,
  isZero,
  JsonMap,
  JsonValue,
  own,
  sameJson,
} from '../values/json';
import { Undeclared } from './difference';
import { isFreeMap } from './freeMaps';
import { KeyedIndex, keySegmentOf } from './listKeys';
import { isServerField } from './serverFields';
import { childPlace, Place } from './place';

/**
 * What is live, declared by nobody, no default, and in no manager's fields:
 * only admission (a webhook, a policy, a LimitRange) leaves such fields, since
 * it changes an object after its request's owner has been recorded.
 */
export function unownedFields(
  desired: JsonMap,
  live: JsonMap,
  root: Place,
  entries: readonly ManagedFieldsEntry[],
): Undeclared[] {
  return entries.length === 0 ? [] : unownedBelow(desired, live, root, entries);
}

function unownedBelow(
  desired: JsonValue,
  live: JsonValue,
  place: Place,
  entries: readonly ManagedFieldsEntry[],
): Undeclared[] {
  if (isMap(desired) && isMap(live)) {
    return Object.keys(live).flatMap(name =>
      unownedField(name, desired, live, place, entries),
    );
  }
  const rule = place.schema?.list;
  return Array.isArray(desired) && Array.isArray(live) && rule?.kind === 'keyed'
    ? unownedElements(desired, live, rule.keys, place, entries)
    : [];
}

function unownedField(
  name: string,
  desired: JsonMap,
  live: JsonMap,
  place: Place,
  entries: readonly ManagedFieldsEntry[],
): Undeclared[] {
  const declared = own(desired, name);
  const value = live[name];
  if (sameJson(declared, value) || declared === null || isZero(value)) {
    return [];
  }
  const child = childPlace(place, live, name);
  if (isServerField(child.path) || isBinding(place, name)) {
    return [];
  }
  if (declared !== undefined) {
    return unownedBelow(declared, value, child, entries);
  }
  if (isDefault(value, { ...child, parent: live, declared: desired })) {
    return [];
  }
  const hasOwnParts =
    child.schema?.list?.kind === 'keyed' || isFreeMap(child.path, value);
  if (hasOwnParts || ownersOf(entries, child.path).length > 0) {
    return unownedBelow(Array.isArray(value) ? [] : {}, value, child, entries);
  }
  return [{ path: [...child.path], live: value }];
}

/** The scheduler binds a Pod to its node without becoming an owner. */
function isBinding(place: Place, name: string): boolean {
  return place.schema?.typeName === 'core.v1.PodSpec' && name === 'nodeName';
}

function unownedElements(
  desired: JsonValue[],
  live: JsonValue[],
  keys: readonly string[],
  { path, schema, name }: Place,
  entries: readonly ManagedFieldsEntry[],
): Undeclared[] {
  const items = schema?.items;
  const declared = new KeyedIndex(desired, keys, items);
  return live.flatMap(item => {
    const segment = keySegmentOf(item, keys, items);
    const at = { path: [...path, segment], schema: items, name };
    const partner = declared.get(segment);
    if (partner !== undefined) {
      return unownedBelow(partner, item, at, entries);
    }
    return ownersOf(entries, at.path).length > 0
      ? []
      : [{ path: at.path, live: item }];
  });
}
