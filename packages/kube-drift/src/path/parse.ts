import { JsonMap, JsonValue } from '../values/json';
import { Segment } from './segment';

/**
 * A step of a path as somebody wrote it in a rule: a segment, or `*`.
 *
 * @public
 */
export type PatternSegment = Segment | { any: true };

/** Maps whose keys hold dots and slashes and whose values are plain text. */
const FREE_KEY_MAPS = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'nodeSelector',
  'requests',
  'limits',
]);
const FREE_KEY_ROOTS = new Set(['data', 'stringData', 'binaryData']);

class PatternReader {
  readonly #text: string;
  readonly #segments: PatternSegment[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text.startsWith('.') ? text.slice(1) : text;
  }

  read(): PatternSegment[] | undefined {
    if (this.#text === '') {
      return undefined;
    }
    while (this.#at < this.#text.length) {
      const ok =
        this.#text[this.#at] === '[' ? this.#readBracket() : this.#readField();
      if (!ok) {
        return undefined;
      }
    }
    return this.#segments;
  }

  #readField(): boolean {
    if (this.#inFreeKeyMap()) {
      return this.#push(this.#text.slice(this.#at), this.#text.length);
    }
    const rest = this.#text.slice(this.#at);
    const end = rest.search(/[.[]/);
    const name = end === -1 ? rest : rest.slice(0, end);
    const dot = end !== -1 && rest[end] === '.';
    if (dot && end === rest.length - 1) {
      return false;
    }
    return this.#push(name, this.#at + name.length + (dot ? 1 : 0));
  }

  #push(name: string, next: number): boolean {
    if (name === '') {
      return false;
    }
    this.#segments.push(name === '*' ? { any: true } : { field: name });
    this.#at = next;
    return true;
  }

  #inFreeKeyMap(): boolean {
    const last = this.#segments.at(-1);
    if (!last || !('field' in last)) {
      return false;
    }
    return (
      FREE_KEY_MAPS.has(last.field) ||
      (this.#segments.length === 1 && FREE_KEY_ROOTS.has(last.field))
    );
  }

  #readBracket(): boolean {
    const quoted = /^\[(["'])(.*?)\1\]/.exec(this.#text.slice(this.#at));
    const end = quoted
      ? this.#at + quoted[0].length - 1
      : this.#text.indexOf(']', this.#at);
    if (end === -1) {
      return false;
    }
    const segment = quoted
      ? { field: quoted[2] }
      : readSelector(this.#text.slice(this.#at + 1, end));
    if (!segment) {
      return false;
    }
    this.#segments.push(segment);
    this.#at = end + 1;
    if (this.#text[this.#at] === '.') {
      this.#at += 1;
      return this.#at < this.#text.length;
    }
    return true;
  }
}

/**
 * Reads the text form of a path, as {@link formatPath} writes it; also
 * `["a.b/c"]` for a key with dots.
 *
 * @returns `undefined` when the text is no path or holds a wildcard
 * @public
 */
export function parsePath(text: string): Segment[] | undefined {
  const pattern = parsePattern(text);
  return pattern?.every(segment => !('any' in segment))
    ? (pattern as Segment[])
    : undefined;
}

/**
 * Reads a path that may hold wildcards: `*`, `[*]`.
 *
 * @returns `undefined` when the text is no path
 * @public
 */
export function parsePattern(text: string): PatternSegment[] | undefined {
  const reader = new PatternReader(text.trim());
  return reader.read();
}

function readSelector(body: string): PatternSegment | undefined {
  if (body === '*' || body === '') {
    return { any: true };
  }
  if (/^\d+$/.test(body)) {
    return { index: Number(body) };
  }
  if (body.startsWith('=')) {
    return { value: scalarOf(body.slice(1)) };
  }
  const key: JsonMap = {};
  for (const part of body.split(',')) {
    const equals = part.indexOf('=');
    if (equals < 1) {
      return undefined;
    }
    key[part.slice(0, equals).trim()] = scalarOf(part.slice(equals + 1));
  }
  return { key };
}

/** Ports are numbers, names are text; the text alone does not tell more. */
function scalarOf(text: string): JsonValue {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
