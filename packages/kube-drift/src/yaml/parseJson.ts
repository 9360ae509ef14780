import { isMap, JsonValue } from '../values/json';

/** Digits enough that a double might not hold them. */
const LONG_INTEGER = /\d{16}/;

type ReviverContext = { source?: string };

/**
 * Reads JSON text much faster than a YAML parser would. `undefined` when the
 * text is no JSON object or list, and so may still be YAML.
 */
export function parseJson(text: string): JsonValue | undefined {
  if (!/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    const value = LONG_INTEGER.test(text)
      ? JSON.parse(text, reviveLongInteger)
      : JSON.parse(text);
    return hasDuplicateRisk(value, text) ? undefined : value;
  } catch {
    return undefined; // left to the YAML reader: its flow style looks like JSON
  }
}

/** `JSON.parse` hands the source text of a number to its reviver. */
function reviveLongInteger(
  this: unknown,
  _key: string,
  value: JsonValue,
  context?: ReviverContext,
): JsonValue {
  if (
    typeof value !== 'number' ||
    !Number.isInteger(value) ||
    Number.isSafeInteger(value)
  ) {
    return value;
  }
  if (context?.source === undefined) {
    // An older engine keeps the digits to itself: the YAML reader has them.
    throw new SyntaxError('the source text of a number is not at hand');
  }
  return /^-?\d{1,20}$/.test(context.source) ? BigInt(context.source) : value;
}

/**
 * `JSON.parse` keeps the last of two equal keys. A short text that lost one is
 * handed to the YAML reader, which refuses it.
 */
function hasDuplicateRisk(value: JsonValue, text: string): boolean {
  return text.length < 1_000_000 && countKeys(value) < countColons(text);
}

function countKeys(value: JsonValue): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + countKeys(item), 0);
  }
  return isMap(value)
    ? Object.keys(value).reduce(
        (sum, key) => sum + 1 + countKeys(value[key]),
        0,
      )
    : 0;
}

/** Colons outside of strings: one per key. */
function countColons(text: string): number {
  let count = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) inString = !inString;
    else if (inString && code === 0x5c) at += 1;
    else if (!inString && code === 0x3a) count += 1;
  }
  return count;
}
