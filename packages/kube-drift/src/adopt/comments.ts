import { lineEnd, lineStart } from './textEdit';

/**
 * Where the comment lines begin that belong to what is removed and to nothing else: directly above it, as far indented,
 * with nothing directly below that they could speak of as well.
 *
 * @param start - of the first line that is removed
 * @param end - within the last line that is removed
 * @returns `start` when there are none
 */
export function ownCommentStart(
  text: string,
  start: number,
  end: number,
): number {
  const margin = /^ */.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
  if (continuesBelow(text, end, margin)) {
    return start;
  }
  let from = start;
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const line = text.slice(above, from);
    if (!line.startsWith(`${margin}#`)) {
      break;
    }
    from = above;
  }
  return from;
}

/** Whether the next line is a sibling, without an empty line or a comment between. */
function continuesBelow(text: string, end: number, margin: string): boolean {
  const next = lineEnd(text, end) + 1;
  const line = text.slice(next, lineEnd(text, next));
  return line.startsWith(margin) && /^[^\s#]/.test(line.slice(margin.length));
}
