import { fallbackListRule } from '../schema/fallback';
import { ListRule } from '../schema/schemaNode';
import { JsonValue, sameJson } from '../values/json';
import { Difference } from './difference';
import {
  countKeys,
  identityOf,
  KeyedIndex,
  keySegmentOf,
  standInSameOrder,
} from './listKeys';
import { whyOrderMatters } from './order';
import type { Place } from './place';

type Compare = (
  desired: JsonValue | undefined,
  live: JsonValue | undefined,
  place: Place,
  out: Difference[],
) => void;

/** Beyond this an unordered comparison would take noticeable time. */
const MAX_UNORDERED = 500;

/** Lists in which the order of equal elements changes what happens. */
const ORDERED_LISTS = new Set(['args', 'command']);

export function listRuleOf(
  place: Place,
  desired: readonly JsonValue[],
  live: readonly JsonValue[],
): ListRule {
  return place.schema?.list ?? fallbackListRule(place.name, desired, live);
}

/** Compares two lists as their type says: keyed, set or atomic. */
export function compareLists(
  desired: JsonValue[],
  live: JsonValue[],
  place: Place,
  out: Difference[],
  compare: Compare,
): void {
  const rule = listRuleOf(place, desired, live);
  switch (rule.kind) {
    case 'keyed': {
      const found: Difference[] = [];
      compareKeyed(desired, live, rule.keys, place, found, compare);
      out.push(...withRepeatedNoted(found, desired, rule.keys, place));
      break;
    }
    case 'set':
      compareSets(desired, live, place, out);
      break;
    default:
      compareAtomic(desired, live, place, out, compare);
  }
}

function compareKeyed(
  desired: JsonValue[],
  live: JsonValue[],
  keys: readonly string[],
  place: Place,
  out: Difference[],
  compare: Compare,
): void {
  const schema = place.schema?.items;
  const { name, isTrial } = place;
  if (standInSameOrder(desired, live, keys, schema)) {
    desired.forEach((item, at) => {
      if (!sameJson(item, live[at])) {
        const path = [...place.path, keySegmentOf(item, keys, schema)];
        compare(item, live[at], { path, schema, name, isTrial }, out);
      }
    });
    return;
  }
  const orderMatters = whyOrderMatters(place.name, desired, live);
  if (orderMatters !== undefined) {
    out.push({
      path: [...place.path],
      type: 'changed',
      desired,
      live,
      orderMatters,
    });
  }
  const index = new KeyedIndex(live, keys, schema);
  const seen = new Map<string, number>();
  for (const item of desired) {
    const segment = keySegmentOf(item, keys, schema);
    const id = identityOf(segment);
    const occurrence = seen.get(id) ?? 0;
    seen.set(id, occurrence + 1);
    const path = [...place.path, segment];
    const partner = index.get(segment, occurrence);
    if (partner === undefined) {
      out.push({ path, type: 'missing', desired: item });
    } else {
      compare(item, partner, { path, schema, name, isTrial }, out);
    }
  }
  out.push(...repeatedAnew(index, seen, place));
}

/**
 * A declared key that live has more often: whatever stands last counts, so the
 * declared element may have lost its meaning.
 */
function repeatedAnew(
  live: KeyedIndex,
  declared: ReadonlyMap<string, number>,
  place: Place,
): Difference[] {
  return [...declared].flatMap(([id, count]) => {
    const found = live.occurrences(id);
    return found
      .slice(count)
      .filter(({ item }) => !sameJson(item, found[count - 1].item))
      .map(({ segment, item }) => ({
        path: [...place.path, segment],
        type: 'additive' as const,
        live: item,
        note: 'live has this element more often than Git: the last one counts',
      }));
  });
}

/** The API server may accept a key twice (variables); apply does not cope. */
function withRepeatedNoted(
  found: readonly Difference[],
  desired: readonly JsonValue[],
  keys: readonly string[],
  { path, schema }: Place,
): readonly Difference[] {
  if (found.length === 0) {
    return found;
  }
  const counts = countKeys(desired, keys, schema?.items);
  return found.map(difference => {
    const element = difference.path[path.length];
    const count =
      element !== undefined && 'key' in element
        ? counts.get(identityOf(element)) ?? 0
        : 0;
    return count > 1
      ? {
          ...difference,
          note: `Git declares this element ${count} times: an apply may keep only one of them`,
        }
      : difference;
  });
}

function compareSets(
  desired: JsonValue[],
  live: JsonValue[],
  place: Place,
  out: Difference[],
): void {
  const members = new Set(live);
  for (const item of desired) {
    const isMember =
      members.has(item) ||
      // No text equals another; numbers and structures may.
      (typeof item !== 'string' && live.some(found => sameJson(item, found)));
    if (!isMember) {
      const path = [...place.path, { value: item }];
      out.push({ path, type: 'missing', desired: item });
    }
  }
}

/**
 * An atomic list belongs to one owner as a whole, but the API server still
 * fills in defaults inside its elements: so elements are compared by what they
 * declare.
 */
function compareAtomic(
  desired: JsonValue[],
  live: JsonValue[],
  place: Place,
  out: Difference[],
  compare: Compare,
): void {
  const whole: Difference = {
    path: [...place.path],
    type: 'changed',
    desired,
    live,
  };
  if (desired.length !== live.length) {
    out.push(whole);
    return;
  }
  const found: Difference[] = [];
  for (let index = 0; index < desired.length; index++) {
    if (desired[index] !== live[index]) {
      const element = elementPlace(place, desired, index);
      compare(desired[index], live[index], element, found);
    }
    if (found.length > 0 && place.isTrial) {
      break;
    }
  }
  if (found.length === 0 || place.isTrial) {
    out.push(...found);
    return;
  }
  const fixed = place.name !== undefined && ORDERED_LISTS.has(place.name);
  if (!fixed && sameInAnyOrder(desired, live, place, compare)) {
    out.push({ ...whole, orderOnly: true });
  } else if (desired.some(item => typeof item !== 'object')) {
    out.push(whole); // a list of scalars reads best as one value
  } else {
    out.push(...found);
  }
}

function elementPlace(
  place: Place,
  container: JsonValue[],
  index: number,
): Place {
  return {
    path: [...place.path, { index }],
    schema: place.schema?.items,
    name: place.name,
    container,
    key: index,
    isTrial: place.isTrial,
  };
}

function sameInAnyOrder(
  desired: JsonValue[],
  live: JsonValue[],
  place: Place,
  compare: Compare,
): boolean {
  if (desired.every(isText) && live.every(isText)) {
    return sameJson([...desired].sort(), [...live].sort());
  }
  if (desired.length < 2 || desired.length > MAX_UNORDERED) {
    return false;
  }
  const left = new Set(live.keys());
  return desired.every((item, index) => {
    const element = { ...elementPlace(place, desired, index), isTrial: true };
    for (const candidate of left) {
      const found: Difference[] = [];
      compare(item, live[candidate], element, found);
      if (found.length === 0) {
        left.delete(candidate);
        return true;
      }
    }
    return false;
  });
}

function isText(value: JsonValue): boolean {
  return typeof value === 'string';
}
