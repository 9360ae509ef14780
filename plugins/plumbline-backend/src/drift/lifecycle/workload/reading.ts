/** Whether a value is a map of a manifest. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The map at a path of fields; undefined when there is none. */
export function recordAt(
  value: unknown,
  ...path: string[]
): Record<string, unknown> | undefined {
  let at: unknown = value;
  for (const field of path) {
    at = isRecord(at) && Object.hasOwn(at, field) ? at[field] : undefined;
  }
  return isRecord(at) ? at : undefined;
}

/** The text of a field; undefined when there is none. */
export function textAt(value: unknown, field: string): string | undefined {
  const text = recordAt(value)?.[field];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The number of a field; undefined when there is none. */
export function numberAt(value: unknown, field: string): number | undefined {
  const number = recordAt(value)?.[field];
  return typeof number === 'number' ? number : undefined;
}

/** The maps of a list; none when it is no list. */
export function recordsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
