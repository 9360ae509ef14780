import { parseDuration } from './duration';
import { parseQuantity } from './quantity';
import { isList, isMap, JsonValue, sameJson } from './json';

/**
 * What a scalar means, so that two spellings of one value compare equal.
 *
 * @public
 */
export type ScalarType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'quantity'
  | 'int-or-string'
  | 'duration'
  | 'time'
  | 'bytes'
  | 'any';

/** Compares two values that are neither both maps nor both lists. */
export function sameScalar(
  desired: JsonValue,
  live: JsonValue,
  type: ScalarType,
): boolean {
  if (desired === live) {
    return true;
  }
  if (isMap(desired) || isList(desired) || isMap(live) || isList(live)) {
    return false;
  }
  switch (type) {
    case 'quantity':
      return sameBy(desired, live, parseQuantityValue);
    case 'duration':
      return sameBy(desired, live, v =>
        typeof v === 'string' ? parseDuration(v) : undefined,
      );
    case 'time':
      return sameBy(desired, live, parseTime);
    case 'bytes':
      return sameBy(desired, live, normaliseBase64);
    case 'int-or-string':
      return sameIntOrString(desired, live);
    default:
      return sameJson(desired, live);
  }
}

function sameBy<T>(
  desired: JsonValue,
  live: JsonValue,
  read: (value: JsonValue) => T | undefined,
): boolean {
  const left = read(desired);
  const right = read(live);
  return left === undefined || right === undefined
    ? sameJson(desired, live)
    : left === right;
}

function parseQuantityValue(value: JsonValue): bigint | undefined {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint'
    ? parseQuantity(value)
    : undefined;
}

/** `80` and `"80"` select the same port; `"http"` is a name. */
function sameIntOrString(desired: JsonValue, live: JsonValue): boolean {
  const numeric = (value: JsonValue) =>
    typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return sameJson(numeric(desired), numeric(live));
}

function parseTime(value: JsonValue): number | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const millis = Date.parse(value);
  return Number.isNaN(millis) ? undefined : millis;
}

/** Base64 may hold line breaks and miss its padding and still mean the same. */
function normaliseBase64(value: JsonValue): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const compact = value.replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]*={0,2}$/.test(compact)
    ? compact.replace(/=+$/, '')
    : undefined;
}
