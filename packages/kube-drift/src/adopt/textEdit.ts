/** Replaces the text from `start` up to `end` (offsets; equal for an insertion). */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** Thrown for a change that cannot be written into the text; the message says why. */
export class UnpatchableError extends Error {
  readonly name = 'UnpatchableError';
}

/**
 * Applies edits that do not overlap. Insertions at one place keep their order.
 *
 * @throws UnpatchableError when two of them touch the same text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of ordered) {
    if (start < at) {
      throw new UnpatchableError('two changes touch the same line');
    }
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** Offset of the first character of the line. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the line's end: of its `\n`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at;
}

/** Inserts whole lines below the line that an offset lies in. */
export function insertBelow(
  text: string,
  offset: number,
  lines: readonly string[],
  newline: string,
): TextEdit {
  const end = lineEnd(text, offset);
  const block = lines.join(newline);
  return end === text.length
    ? { start: end, end, text: `${newline}${block}` }
    : { start: end + 1, end: end + 1, text: `${block}${newline}` };
}

/** Removes the lines from that of `from` to that of `to`, both whole. */
export function removeLines(text: string, from: number, to: number): TextEdit {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  // The last line of a text without a newline takes the one above it along.
  return end === text.length && start > 0
    ? { start: start - newlineBefore(text, start), end, text: '' }
    : { start, end: Math.min(end + 1, text.length), text: '' };
}

function newlineBefore(text: string, offset: number): number {
  return text[offset - 2] === '\r' ? 2 : 1;
}

/** The part of a line before an offset, when it is nothing but blanks. */
export function indentationBefore(
  text: string,
  offset: number,
): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^ *$/.test(before) ? before : undefined;
}
