import { JsonValue } from '../values/json';
import { PatternSegment } from '../path/parse';

const FIELD = /^\.(?:([A-Za-z_][A-Za-z0-9_-]*)|"((?:[^"\\]|\\.)*)")/;
const BRACKET = /^\.?\[\s*(?:(\d+)|"((?:[^"\\]|\\.)*)")?\s*\]/;
const SELECT =
  /^\s*\|\s*select\(\s*\.([A-Za-z_][A-Za-z0-9_]*)\s*==\s*("(?:[^"\\]|\\.)*"|-?\d+|true|false)\s*\)/;
const PIPE = /^\s*\|\s*(?=\.)/;

/**
 * Reads the part of jq that names paths, as Argo CD's `ignoreDifferences`
 * mostly uses it: `.a.b`, `."a.b"`, `[]`, `[0]`, `["key"]`, `| .c`, and
 * `| select(.name == "x")` right after `[]`. Anything else is refused with a
 * message rather than run.
 *
 * @public
 */
export function parseJqPath(
  expression: string,
): { pattern: PatternSegment[] } | { message: string } {
  const pattern: PatternSegment[] = [];
  let rest = expression.trim();
  while (rest !== '') {
    const read = readStep(rest, pattern);
    if (typeof read === 'string') {
      return { message: read };
    }
    rest = rest.slice(read);
  }
  return pattern.length > 0
    ? { pattern }
    : { message: 'it names the whole object' };
}

/** Reads one step into the pattern; returns its length, or what is wrong. */
function readStep(rest: string, pattern: PatternSegment[]): number | string {
  const select = SELECT.exec(rest);
  if (select) {
    const last = pattern.at(-1);
    if (!last || !('any' in last)) {
      return 'select is understood only right after []';
    }
    const value = JSON.parse(select[2]) as JsonValue;
    pattern[pattern.length - 1] = { key: { [select[1]]: value } };
    return select[0].length;
  }
  const bracket = BRACKET.exec(rest);
  if (bracket) {
    const [text, index, name] = bracket;
    if (index !== undefined) {
      pattern.push({ index: Number(index) });
    } else {
      pattern.push(
        name === undefined ? { any: true } : { field: unquote(name) },
      );
    }
    return text.length;
  }
  const field = FIELD.exec(rest);
  if (field) {
    pattern.push({ field: field[1] ?? unquote(field[2]) });
    return field[0].length;
  }
  const pipe = PIPE.exec(rest);
  return pipe
    ? pipe[0].length
    : `only paths, [] and select(.key == "value") are understood, not: ${rest.slice(
        0,
        40,
      )}`;
}

function unquote(text: string): string {
  return JSON.parse(`"${text}"`);
}
