import { isMap, isPair, isSeq, Node } from 'yaml';
import { parseJson } from '../yaml/parseJson';
import { lineStart } from './textEdit';

/** How a document is written, so that what is added looks the same. */
export interface SourceStyle {
  newline: '\n' | '\r\n';
  /** Blanks by which a nested map is indented. */
  step: number;
  /** Blanks by which the dashes of a list stand below their key. */
  listStep: number;
  /** Written as JSON: quotes everywhere, no block style. */
  json: boolean;
}

/** Looks at the first nested map and the first list below a key. */
export function styleOf(text: string, root: Node | null): SourceStyle {
  const found: { step?: number; listStep?: number } = {};
  look(text, root, found);
  return {
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    step: found.step ?? 2,
    listStep: found.listStep ?? 0,
    json: parseJson(text) !== undefined,
  };
}

function look(
  text: string,
  node: unknown,
  found: { step?: number; listStep?: number },
): void {
  if (isSeq(node)) {
    node.items.forEach(item => look(text, item, found));
  }
  if (!isMap(node)) {
    return;
  }
  for (const pair of node.items) {
    const key = isPair(pair) ? (pair.key as Node | null) : null;
    const value = isPair(pair) ? (pair.value as Node | null) : null;
    if (key?.range && value?.range && startsBelow(text, key, value)) {
      const by = columnOf(text, value.range[0]) - columnOf(text, key.range[0]);
      if (isMap(value) && !value.flow && by > 0) {
        found.step ??= by;
      }
      if (isSeq(value) && !value.flow && by >= 0) {
        found.listStep ??= by;
      }
    }
    look(text, value, found);
  }
}

function startsBelow(text: string, key: Node, value: Node): boolean {
  return (
    lineStart(text, key.range?.[0] ?? 0) !==
    lineStart(text, value.range?.[0] ?? 0)
  );
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
