import { JsonMap, JsonValue } from '../values/json';

/**
 * Remembers, beside a parsed container, which words were written for scalars
 * that readers disagree about. Kept under a symbol that neither JSON nor
 * `Object.keys` sees, so that the object stays plain data.
 */
const ORIGINAL_TEXT = Symbol('plumbline.originalText');

type Container = (JsonMap | JsonValue[]) & {
  [ORIGINAL_TEXT]?: Map<string | number, string>;
};

export function rememberText(
  container: JsonMap | JsonValue[],
  key: string | number,
  text: string,
): void {
  const target = container as Container;
  if (!target[ORIGINAL_TEXT]) {
    Object.defineProperty(target, ORIGINAL_TEXT, {
      value: new Map(),
      enumerable: false,
    });
  }
  target[ORIGINAL_TEXT]?.set(key, text);
}

/** The word as written (`yes`), when the value at this key is such a one. */
export function originalText(
  container: unknown,
  key: string | number,
): string | undefined {
  return typeof container === 'object' && container !== null
    ? (container as Container)[ORIGINAL_TEXT]?.get(key)
    : undefined;
}
