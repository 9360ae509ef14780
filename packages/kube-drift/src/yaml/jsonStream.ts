import { DocumentText } from './documents';

/** Where one object ends and the next begins; never so inside of one. */
const BOUNDARY = /\}\s*\{/;

/** Twice as many as are read: a text of empty objects costs no more. */
const MAX_OBJECTS = 10_000;

/**
 * Splits JSON objects that simply follow each other, as `kubectl` reads them
 * too. What is no such text is left as it is.
 */
export function splitJsonStream(document: DocumentText): DocumentText[] {
  const { text } = document;
  return /^\s*\{/.test(text) && BOUNDARY.test(text)
    ? splitObjects(document)
    : [document];
}

function splitObjects(document: DocumentText): DocumentText[] {
  const { text } = document;
  const objects: DocumentText[] = [];
  let { line } = document;
  let start = 0;
  let end = endOfObject(text, start);
  while (end !== undefined && objects.length < MAX_OBJECTS) {
    const object = text.slice(start, end);
    objects.push({ text: object, line });
    line += object.split('\n').length - 1;
    start = end;
    end = endOfObject(text, start);
  }
  const isWhole = text.slice(start).trim() === '';
  return isWhole && objects.every(isJson) ? objects : [document];
}

/** The offset behind the object that begins at or after a place. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      inString = !inString;
    } else if (inString) {
      at += character === '\\' ? 1 : 0;
    } else if (character === '{') {
      depth += 1;
    } else if (character === '}') {
      depth -= 1;
      if (depth === 0) {
        return at + 1;
      }
    }
  }
  return undefined;
}

function isJson({ text }: DocumentText): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // YAML in flow style, or broken: the YAML reader tells
  }
}
