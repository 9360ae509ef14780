/** What findings about an object as a whole have for a path. */
const WHOLE_OBJECT = '$resource';

/** @returns whether a path stands for the object itself and not for one of its fields. @public */
export function isWholeObject(path: string): boolean {
  return path === '' || path === WHOLE_OBJECT;
}

/** @returns the path as a reader says it. @public */
export function fieldName(path: string): string {
  return isWholeObject(path) ? 'whole object' : path;
}
