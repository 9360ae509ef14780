import { endOfValue, skipSpace, type Span } from './jsonSpans';

/**
 * Splits a text into its top-level JSON values: one object, pretty-printed or
 * not, an array, NDJSON, or values after each other. A line that is no value
 * becomes an item of its own and the next line starts afresh.
 *
 * A value over several lines ends at the latest before a line that begins with
 * `{`: so a cut line of NDJSON does not swallow its neighbours. The work is
 * bounded by a few times the length of the text.
 */
export function splitText(text: string): Span[] {
  const spans: Span[] = [];
  let multiLineBudget = 4 * text.length + 1024;
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    let end = endOfValue(text, at, lineEnd);
    if (end === 'cut' && multiLineBudget > 0) {
      const limit =
        text[at] === '{' ? nextObjectLine(text, lineEnd) : text.length;
      end = endOfValue(text, at, limit);
      multiLineBudget -= (end === 'cut' ? limit : end) - at;
    }
    const whole = end !== 'cut' && isContainer(text, at);
    const stop = whole ? Number(end) : lineEnd;
    spans.push({ start: at, end: stop });
    at = skipSpace(text, stop);
  }
  return spans;
}

function isContainer(text: string, at: number): boolean {
  return text[at] === '{' || text[at] === '[';
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where a multi-line object must have ended: the next line that begins with `{`. */
function nextObjectLine(text: string, from: number): number {
  const next = text.indexOf('\n{', from);
  return next < 0 ? text.length : next;
}
