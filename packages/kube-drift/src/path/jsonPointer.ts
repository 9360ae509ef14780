import { PatternSegment } from './parse';

/**
 * Reads a JSON Pointer (RFC 6901). Its numbers are taken as list positions;
 * matching accepts them as map keys as well.
 *
 * @returns `undefined` when the text is no pointer, or points at everything
 * @public
 */
export function parseJsonPointer(text: string): PatternSegment[] | undefined {
  if (!text.startsWith('/')) {
    return undefined;
  }
  return text
    .slice(1)
    .split('/')
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(token =>
      /^(?:0|[1-9]\d*)$/.test(token)
        ? { index: Number(token) }
        : { field: token },
    );
}
