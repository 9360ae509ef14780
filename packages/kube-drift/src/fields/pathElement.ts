import { Segment } from '../path/segment';
import { isMap, JsonValue } from '../values/json';

/**
 * What one key of a FieldsV1 set came to: a step, something of a later
 * version that is left alone, or nothing valid.
 *
 * @public
 */
export type PathElement =
  | { segment: Segment }
  | { unknown: true }
  | { invalid: true };

const INVALID: PathElement = { invalid: true };

/**
 * Reads one path element of FieldsV1: `f:name`, `k:{…}`, `v:…`, `i:0`.
 * Never throws.
 *
 * @public
 */
export function parsePathElement(text: string): PathElement {
  if (text.length < 2 || text[1] !== ':') {
    return INVALID;
  }
  const body = text.slice(2);
  switch (text[0]) {
    case 'f':
      return { segment: { field: body } };
    case 'i':
      return /^-?\d+$/.test(body)
        ? { segment: { index: Number(body) } }
        : INVALID;
    case 'v':
      return readJson(body, value => ({ value }));
    case 'k':
      return readJson(body, value =>
        isMap(value) ? { key: value } : undefined,
      );
    default:
      return { unknown: true };
  }
}

function readJson(
  text: string,
  build: (value: JsonValue) => Segment | undefined,
): PathElement {
  try {
    const segment = build(JSON.parse(text));
    return segment ? { segment } : INVALID;
  } catch {
    return INVALID;
  }
}

/** Writes a path element as the API server does. */
export function formatPathElement(segment: Segment): string {
  if ('field' in segment) {
    return `f:${segment.field}`;
  }
  if ('index' in segment) {
    return `i:${segment.index}`;
  }
  return 'value' in segment
    ? `v:${JSON.stringify(segment.value)}`
    : `k:${JSON.stringify(segment.key)}`;
}
