import { createHmac } from 'node:crypto';

/**
 * A stable name for a person that does not tell who it is.
 *
 * @param name - user name of the audit event
 * @param key - key of this installation; without it short names could be guessed from the pseudonym
 */
export function pseudonymOf(name: string, key: string): string {
  const digest = createHmac('sha256', key).update(`person:${name}`);
  return `person-${digest.digest('hex').slice(0, 6)}`;
}

/**
 * The value with every occurrence of the names replaced, deep in all strings and keys. Longer names go first, so that
 * a name inside another one does not spoil it.
 *
 * @returns a new value; the input stays as it is
 */
export function replaceNames<T>(
  value: T,
  names: Iterable<string>,
  replacement: (name: string) => string,
): T {
  const ordered = [...new Set(names)]
    .filter(name => name.length > 0)
    .sort((a, b) => b.length - a.length);
  if (ordered.length === 0) {
    return value;
  }
  const pattern = new RegExp(ordered.map(escapeForPattern).join('|'), 'g');
  const replaceText = (text: string) => text.replace(pattern, replacement);
  return replaceDeep(value, replaceText) as T;
}

function replaceDeep(
  value: unknown,
  replaceText: (text: string) => string,
): unknown {
  if (typeof value === 'string') {
    return replaceText(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => replaceDeep(item, replaceText));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        replaceText(key),
        replaceDeep(item, replaceText),
      ]),
    );
  }
  return value;
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
