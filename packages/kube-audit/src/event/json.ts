/** An object of unknown content, as JSON gives it. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path of own keys; undefined as soon as one is missing. Own
 * keys only: a body may well have a key called `constructor`.
 */
export function valueAt(value: unknown, ...path: (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (
      typeof current !== 'object' ||
      current === null ||
      !Object.hasOwn(current, key)
    ) {
      return undefined;
    }
    current = (current as JsonObject)[key];
  }
  return current;
}

export function objectAt(
  value: unknown,
  ...path: (string | number)[]
): JsonObject | undefined {
  const found = valueAt(value, ...path);
  return isObject(found) ? found : undefined;
}

export function stringAt(
  value: unknown,
  ...path: (string | number)[]
): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function arrayAt(
  value: unknown,
  ...path: (string | number)[]
): unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}
