import { JsonValue } from '../values/json';
import { PatternSegment } from '../path/parse';

const FIELD = /^\.(?:([A-Za-z_][A-Za-z0-9_-]*)|"((?:[^"\\]|\\.)*)")\??/;
const BRACKET = /^\.?\[\s*(?:(\d+)|"((?:[^"\\]|\\.)*)")?\s*\]\??/;
const SELECT =
  /^\s*\|\s*select\(\s*\.([A-Za-z_][A-Za-z0-9_]*)\s*==\s*("(?:[^"\\]|\\.)*"|-?\d+|true|false)\s*\)/;
const PIPE = /^\s*\|\s*(?=\.)/;
const MAX_LENGTH = 2048;

/**
 * Reads the part of jq that names paths, as Argo CD's `ignoreDifferences`
 * mostly uses it: `.a.b`, `."a.b"`, `[]`, `[0]`, `["key"]`, `| .c`, and
 * `| select(.name == "x")` right after `[]`; a `?` after a step changes
 * nothing, for what is not there is no error here. Anything else is refused
 * with a message rather than run.
 *
 * @public
 */
export function parseJqPath(
  expression: string,
): { pattern: PatternSegment[] } | { message: string } {
  if (expression.length > MAX_LENGTH) {
    return { message: `it is longer than ${MAX_LENGTH} characters` };
  }
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
    const value = parsed(select[2]);
    if (!last || !('any' in last)) {
      return 'select is understood only right after []';
    }
    if (value === undefined) {
      return notText(select[2]);
    }
    pattern[pattern.length - 1] = { key: { [select[1]]: value } };
    return select[0].length;
  }
  const bracket = BRACKET.exec(rest);
  if (bracket) {
    const [text, index, name] = bracket;
    if (index !== undefined) {
      pattern.push({ index: Number(index) });
      return text.length;
    }
    return name === undefined
      ? pushed(pattern, { any: true }, text)
      : pushField(pattern, name, text);
  }
  const field = FIELD.exec(rest);
  if (field) {
    const [text, plain, quoted] = field;
    return plain === undefined
      ? pushField(pattern, quoted, text)
      : pushed(pattern, { field: plain }, text);
  }
  const pipe = PIPE.exec(rest);
  return pipe
    ? pipe[0].length
    : `only paths, [] and select(.key == "value") are understood, not: ${rest.slice(
        0,
        40,
      )}`;
}

function pushed(
  pattern: PatternSegment[],
  segment: PatternSegment,
  text: string,
): number {
  pattern.push(segment);
  return text.length;
}

function pushField(
  pattern: PatternSegment[],
  quoted: string,
  text: string,
): number | string {
  const name = parsed(`"${quoted}"`);
  return typeof name === 'string'
    ? pushed(pattern, { field: name }, text)
    : notText(`"${quoted}"`);
}

function parsed(json: string): JsonValue | undefined {
  try {
    return JSON.parse(json) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function notText(json: string): string {
  return `${json} is not a text of JSON`;
}
