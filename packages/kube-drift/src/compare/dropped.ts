import { ElementFinder } from '../fields/elementFinder';
import { Segment } from '../path/segment';
import { isDefault } from '../schema/defaults';
import {
  isEmpty,
  isHollow,
  isList,
  isMap,
  JsonValue,
  own,
} from '../values/json';
import { Undeclared } from './difference';
import { isFreeMap } from './freeMaps';
import { keySegmentOf } from './listKeys';
import { listRuleOf } from './lists';
import { isServerField } from './serverFields';
import { undeclaredWithin } from './undeclaredWithin';
import { childPlace, Place } from './place';

/**
 * The fields of an earlier declaration that desired no longer mentions and
 * that are still live.
 */
export function droppedFields(
  base: JsonValue,
  desired: JsonValue | undefined,
  live: JsonValue | undefined,
  place: Place,
  elements: ElementFinder,
): Undeclared[] {
  if (isMap(base) && isMap(live)) {
    return Object.keys(base).flatMap(name =>
      droppedField(name, base, desired, live, place, elements),
    );
  }
  if (isList(base) && isList(live)) {
    return droppedElements(
      base,
      isList(desired) ? desired : [],
      live,
      place,
      elements,
    );
  }
  return [];
}

function droppedField(
  name: string,
  base: JsonValue,
  desired: JsonValue | undefined,
  live: JsonValue,
  place: Place,
  elements: ElementFinder,
): Undeclared[] {
  const child = childPlace(place, base, name);
  const before = own(base, name);
  const now = own(live, name);
  if (
    isHollow(before) ||
    before === undefined ||
    now === undefined ||
    now === null ||
    isServerField(child.path)
  ) {
    return [];
  }
  const declared = own(desired, name);
  if (declared === null && isEmpty(now)) {
    return []; // what the API server makes of a null
  }
  if (
    (declared !== undefined && declared !== null) ||
    isFreeMap(child.path, before)
  ) {
    return droppedFields(before, declared, now, child, elements);
  }
  return isDefault(now, { ...child, parent: live, declared: desired })
    ? []
    : [{ path: [...child.path], live: now }];
}

function droppedElements(
  base: JsonValue[],
  desired: JsonValue[],
  live: JsonValue[],
  place: Place,
  elements: ElementFinder,
): Undeclared[] {
  const rule = listRuleOf(place, base, live);
  if (rule.kind === 'atomic') {
    // Which of its elements differ, the walk of desired has told.
    return undeclaredWithin(desired, live, {
      ...place,
      looksInto: 'every list',
    }).filter(
      ({ path }) =>
        elements.follow(base, path.slice(place.path.length)) !== undefined,
    );
  }
  const type = place.schema?.items;
  return base.flatMap(item => {
    const segment: Segment =
      rule.kind === 'set'
        ? { value: item }
        : keySegmentOf(item, rule.keys, type);
    const liveItem = elements.find(live, segment, type);
    if (liveItem === undefined) {
      return [];
    }
    const declared = elements.find(desired, segment, type);
    const path = [...place.path, segment];
    return declared === undefined
      ? [{ path, live: liveItem }]
      : droppedFields(
          item,
          declared,
          liveItem,
          { path, schema: type, name: place.name },
          elements,
        );
  });
}
