import { isList, isMap, JsonValue, own } from '../values/json';
import { maskBelow } from './sensitive';

/** Shorter texts would strike out half of every sentence. */
const MIN_LENGTH = 3;

/** Every secret text in the body of a request, as it stands and decoded. */
export function sensitiveTexts(kind: string, body: unknown): string[] {
  const found = new Set<string>();
  const collect = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') {
      found.add(value);
      if (kind === 'Secret') {
        found.add(Buffer.from(value, 'base64').toString('utf8'));
      }
    }
    return value;
  };
  if (isList(body)) {
    body.forEach(operation => collectFromPatch(kind, operation, collect));
  } else if (isMap(body)) {
    maskBelow(kind, [], body, collect);
  }
  // Longest first: one secret may hold another.
  return [...found]
    .filter(text => text.length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length);
}

/** A JSON patch names its place by a pointer; `…/env/0/value` may be any. */
function collectFromPatch(
  kind: string,
  operation: JsonValue,
  collect: (value: JsonValue) => JsonValue,
): void {
  const value = own(operation, 'value');
  const pointer = own(operation, 'path');
  if (value === undefined || typeof pointer !== 'string') {
    return;
  }
  const names = pointer.split('/').slice(1);
  if (/\/env\/\d+\/value$/.test(pointer)) {
    collect(value);
  }
  maskBelow(
    kind,
    names.map(field => ({ field })),
    value,
    collect,
  );
}
