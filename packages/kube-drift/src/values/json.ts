/**
 * A value as it stands in a manifest or in a live object. Integers beyond 2^53
 * are read as `bigint`, so that none of their digits is lost.
 *
 * @public
 */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | JsonValue[]
  | JsonMap;

/** @public */
export type JsonMap = { [key: string]: JsonValue };

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is JsonValue[] {
  return Array.isArray(value);
}

/**
 * Reads an own property only: manifests may hold keys such as `constructor`,
 * which every plain object inherits.
 */
export function own(value: unknown, key: string): JsonValue | undefined {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Follows own properties; `undefined` as soon as one of them is absent. */
export function ownAt(
  value: unknown,
  ...keys: string[]
): JsonValue | undefined {
  let current = value as JsonValue | undefined;
  for (const key of keys) {
    current = own(current, key);
  }
  return current;
}

/** Writes an own property even when the key is `__proto__`. */
export function setOwn(map: JsonMap, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    map[key] = value;
  }
}

/** null, `''`, 0, false, `[]` and `{}`: what Go's `omitempty` leaves out. */
export function isZero(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false) {
    return true;
  }
  if (value === '' || value === 0 || value === 0n) {
    return true;
  }
  if (isList(value)) {
    return value.length === 0;
  }
  return isMap(value) && Object.keys(value).length === 0;
}

/** null, `''`, `[]` and `{}`. Unlike these, 0 and false say something. */
export function isEmpty(value: JsonValue | undefined): boolean {
  return isZero(value) && typeof value !== 'number' && value !== false;
}

/** null, or a map that holds nothing but such values, however deep. */
export function isHollow(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) {
    return true;
  }
  if (isList(value)) {
    return value.length === 0;
  }
  return isMap(value) && Object.keys(value).every(key => isHollow(value[key]));
}

/**
 * Structural equality without Kubernetes semantics; map order is free. Plain
 * loops: most of what is compared is equal, so this decides the speed of all.
 */
export function sameJson(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
): boolean {
  if (left === right) {
    return true;
  }
  if (typeof left !== 'object' || left === null) {
    return (
      isInteger(left) && isInteger(right) && BigInt(left) === BigInt(right)
    );
  }
  if (typeof right !== 'object' || right === null) {
    return false;
  }
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) && Array.isArray(right) && sameLists(left, right)
    );
  }
  return sameMaps(left, right);
}

function sameLists(left: JsonValue[], right: JsonValue[]): boolean {
  if (left.length !== right.length) {
    return false;
  }
  for (let at = 0; at < left.length; at++) {
    if (!sameJson(left[at], right[at])) {
      return false;
    }
  }
  return true;
}

/** `for in` walks the keys without a list of them, in half of the time. */
function sameMaps(left: JsonMap, right: JsonMap): boolean {
  let surplus = 0;
  for (const key in left) {
    if (Object.hasOwn(left, key)) {
      const value = left[key];
      const other = right[key];
      surplus += 1;
      // A scalar equals nothing that is inherited; a container may.
      if (
        value !== other &&
        (!Object.hasOwn(right, key) || !sameJson(value, other))
      ) {
        return false;
      }
    }
  }
  for (const key in right) {
    if (Object.hasOwn(right, key)) {
      surplus -= 1;
    }
  }
  return surplus === 0;
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}
