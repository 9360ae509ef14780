import { isDeepStrictEqual } from 'node:util';

/** Whether two records are the same to a database, for which undefined and absent are one. */
export function sameWhenStored(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(asStored(a), asStored(b));
}

function asStored(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
