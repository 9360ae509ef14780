import { isJsonObject } from '../../clusters/apiServer/json';

/** A part of an object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** The map at a path; empty when there is none. */
export function mapAt(value: unknown, ...path: string[]): Fields {
  const found = valueAt(value, path);
  return isJsonObject(found) ? found : {};
}

/** The maps of the list at a path. */
export function mapsAt(value: unknown, ...path: string[]): Fields[] {
  return listAt(value, ...path).filter(isJsonObject);
}

/** The list at a path; empty when there is none. */
export function listAt(value: unknown, ...path: string[]): unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** The text at a path; undefined when it is empty or none. */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The texts of the list at a path. */
export function textsAt(value: unknown, ...path: string[]): string[] {
  return listAt(value, ...path).filter(
    (item): item is string => typeof item === 'string',
  );
}

/** The texts of the map at a path; undefined when there are none. */
export function textMapAt(
  value: unknown,
  ...path: string[]
): Record<string, string> | undefined {
  const entries = Object.entries(mapAt(value, ...path)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The boolean at a path; undefined when there is none. */
export function booleanAt(
  value: unknown,
  ...path: string[]
): boolean | undefined {
  const found = valueAt(value, path);
  return typeof found === 'boolean' ? found : undefined;
}

/** The number at a path; undefined when there is none. */
export function numberAt(
  value: unknown,
  ...path: string[]
): number | undefined {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : undefined;
}

/** The time at a path, in milliseconds since the epoch. */
export function timeAt(value: unknown, ...path: string[]): number | undefined {
  const time = Date.parse(textAt(value, ...path) ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Whether there is anything at a path: a map or list with entries, or another value that is not empty. */
export function isSet(value: unknown, ...path: string[]): boolean {
  const found = valueAt(value, path);
  if (found === undefined || found === null || found === '') {
    return false;
  }
  if (Array.isArray(found)) {
    return found.length > 0;
  }
  return isJsonObject(found) ? Object.keys(found).length > 0 : found !== false;
}

/** A map without the entries that are undefined; undefined when nothing is left. */
export function compact<T extends object>(map: T): T | undefined {
  const entries = Object.entries(map).filter(
    ([, value]) => value !== undefined,
  );
  return entries.length > 0 ? (Object.fromEntries(entries) as T) : undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      isJsonObject(found) && Object.hasOwn(found, name)
        ? found[name]
        : undefined,
    value,
  );
}
