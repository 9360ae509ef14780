/** One document of a multi-document text, with its place in the whole. */
export interface DocumentText {
  text: string;
  /** Line of the first character of `text`, counted from 1. */
  line: number;
}

/**
 * Splits at `---` lines, as kubectl does before it parses: so a broken
 * document cannot take its neighbours with it.
 */
export function splitDocuments(text: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let start = 0;
  let startLine = 1;
  let line = 1;
  let offset = 0;
  while (offset < text.length) {
    const newline = text.indexOf('\n', offset);
    const end = newline === -1 ? text.length : newline;
    if (isSeparator(text, offset)) {
      documents.push({ text: text.slice(start, offset), line: startLine });
      start = offset;
      startLine = line;
    }
    offset = end + 1;
    line += 1;
  }
  documents.push({ text: text.slice(start), line: startLine });
  return documents.filter(document => hasContent(document.text));
}

function isSeparator(text: string, offset: number): boolean {
  if (!text.startsWith('---', offset)) {
    return false;
  }
  const next = text[offset + 3];
  return next === undefined || /\s/.test(next);
}

function hasContent(text: string): boolean {
  return text
    .replace(/^---(?=\s|$)/, '')
    .split('\n')
    .some(line => /^\s*[^\s#]/.test(line));
}

/** Turns offsets into line numbers without counting from the start each time. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (
      let at = text.indexOf('\n');
      at !== -1;
      at = text.indexOf('\n', at + 1)
    )
      this.#starts.push(at + 1);
  }

  /** The line, counted from 1. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
