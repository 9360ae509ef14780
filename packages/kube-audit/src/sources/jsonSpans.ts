/**
 * Finds where JSON values begin and end without parsing them, so that each
 * item of a list keeps its exact source text and fails alone.
 */

/** Half-open range of a text. */
export interface Span {
  start: number;
  end: number;
}

const enum Char {
  Tab = 9,
  LineFeed = 10,
  Return = 13,
  Space = 32,
  Quote = 34,
  Comma = 44,
  Backslash = 92,
  OpenBracket = 91,
  CloseBracket = 93,
  OpenBrace = 123,
  CloseBrace = 125,
}

/** A value that goes on beyond the text. */
export type Cut = 'cut';

/** Why the elements of a list could not be told apart to its end. */
export type ListFault = 'cut off' | 'malformed';

export function skipSpace(text: string, at: number): number {
  let i = at;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (
      c !== Char.Space &&
      c !== Char.LineFeed &&
      c !== Char.Return &&
      c !== Char.Tab
    ) {
      break;
    }
  }
  return i;
}

/** Index just after the value that starts at `at`. */
export function endOfValue(
  text: string,
  at: number,
  limit: number,
): number | Cut {
  const first = text.charCodeAt(at);
  if (first === Char.Quote) {
    return endOfString(text, at, limit);
  }
  if (first !== Char.OpenBrace && first !== Char.OpenBracket) {
    return endOfScalar(text, at, limit);
  }
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === Char.Quote) {
      const end = endOfString(text, i, limit);
      if (end === 'cut') {
        return end;
      }
      i = end - 1;
    } else if (c === Char.OpenBrace || c === Char.OpenBracket) {
      depth++;
    } else if (c === Char.CloseBrace || c === Char.CloseBracket) {
      if (--depth === 0) {
        return i + 1;
      }
    }
  }
  return 'cut';
}

/** Whether brackets are nested deeper than `maxDepth`. */
export function isDeeperThan(text: string, maxDepth: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === Char.Quote) {
      const end = endOfString(text, i, text.length);
      if (end === 'cut') {
        return false;
      }
      i = end - 1;
    } else if (c === Char.OpenBrace || c === Char.OpenBracket) {
      if (++depth > maxDepth) {
        return true;
      }
    } else if (c === Char.CloseBrace || c === Char.CloseBracket) {
      depth--;
    }
  }
  return false;
}

/** Spans of the elements of an array, up to the first fault. */
export function elementSpans(
  text: string,
  array: Span,
): { spans: Span[]; fault?: ListFault } {
  const spans: Span[] = [];
  let i = skipSpace(text, array.start + 1);
  while (i < array.end - 1) {
    const end = endOfValue(text, i, array.end - 1);
    if (end === 'cut') {
      return { spans, fault: 'cut off' };
    }
    if (end === i) {
      return { spans, fault: 'malformed' };
    }
    spans.push({ start: i, end });
    i = skipSpace(text, end);
    if (i < array.end - 1) {
      if (text.charCodeAt(i) !== Char.Comma) {
        return { spans, fault: 'malformed' };
      }
      i = skipSpace(text, i + 1);
    }
  }
  return { spans };
}

/**
 * The members of the object at `at` that are complete, in order. Of an object
 * that was cut off these are the ones before the cut.
 */
export function memberSpans(
  text: string,
  object: Span,
): { key: Span; value: Span }[] {
  const members: { key: Span; value: Span }[] = [];
  let i = skipSpace(text, object.start + 1);
  while (i < object.end && text.charCodeAt(i) === Char.Quote) {
    const keyEnd = endOfString(text, i, object.end);
    if (keyEnd === 'cut') {
      break;
    }
    const colon = skipSpace(text, keyEnd);
    if (text[colon] !== ':') {
      break;
    }
    const start = skipSpace(text, colon + 1);
    const end = endOfValue(text, start, object.end);
    if (end === 'cut' || end === start) {
      break;
    }
    members.push({ key: { start: i, end: keyEnd }, value: { start, end } });
    const next = skipSpace(text, end);
    if (text.charCodeAt(next) !== Char.Comma) {
      break;
    }
    i = skipSpace(text, next + 1);
  }
  return members;
}

function endOfString(text: string, at: number, limit: number): number | Cut {
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote >= limit) {
      return 'cut';
    }
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === Char.Backslash) {
      backslashes++;
    }
    if (backslashes % 2 === 0) {
      return quote + 1;
    }
    from = quote + 1;
  }
}

function endOfScalar(text: string, at: number, limit: number): number {
  // No number or literal that JSON allows is worth more characters than this.
  const window = text.slice(at, Math.min(limit, at + 512));
  const length = window.search(/[\s,\]}]/);
  return at + (length < 0 ? window.length : length);
}
