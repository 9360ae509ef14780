import { isMap, isPair, isScalar, isSeq, Node } from 'yaml';
import { Path, Segment } from '../path/segment';
import { isSensitivePath } from '../secrets/sensitive';
import { DocumentText, LineIndex, splitDocuments } from '../yaml/documents';
import { parseTree } from '../yaml/parse';
import { SourceDocument } from './SourceDocument';

/**
 * Finds the lines of manifest files that hold a value which must not be shown. Of a document that cannot be read, every
 * line is one, and every line of a Secret. Texts that differ in few documents are looked at one after the other: what was
 * read is remembered.
 */
export class SensitiveLines {
  /** By the text of a document, counted from its first line. */
  readonly #known = new Map<string, readonly number[]>();

  /** From 1. */
  of(text: string): Set<number> {
    return new Set(
      splitDocuments(text).flatMap(document =>
        this.#linesOf(document).map(line => document.line + line),
      ),
    );
  }

  #linesOf(document: DocumentText): readonly number[] {
    const known = this.#known.get(document.text);
    const lines = known ?? markLines(document);
    this.#known.set(document.text, lines);
    return lines;
  }
}

function markLines(document: DocumentText): readonly number[] {
  const marker = new LineMarker(document.text);
  const objects = SourceDocument.read(document)?.objects;
  if (!objects || objects.some(({ object }) => object.kind === 'Secret')) {
    marker.markAll();
  }
  objects?.forEach(({ object, at }) =>
    marker.mark(nodeAt(marker.root, at), object.kind, []),
  );
  return marker.lines;
}

class LineMarker {
  readonly root: Node | null;
  readonly #text: string;
  readonly #index: LineIndex;
  readonly #marked = new Set<number>();

  constructor(text: string) {
    this.#text = text;
    this.#index = new LineIndex(text);
    this.root = parseTree(text).contents as Node | null;
  }

  /** From 0. */
  get lines(): readonly number[] {
    return [...this.#marked];
  }

  markAll(): void {
    this.#markRange(0, this.#text.length);
  }

  mark(node: unknown, kind: string, path: Path): void {
    if (isSensitivePath(kind, path)) {
      const [start, end] = (node as Node | null)?.range ?? [0, 0];
      this.#markRange(start, end);
      return;
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        if (isPair(pair) && isScalar(pair.key)) {
          const field = String(pair.key.value);
          this.mark(pair.value, kind, [...path, { field }]);
        }
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) =>
        this.mark(item, kind, [...path, segmentOf(item, index)]),
      );
    }
  }

  #markRange(start: number, end: number): void {
    const first = this.#index.lineAt(start);
    const last = this.#index.lineAt(Math.max(start, end - 1));
    for (let line = first; line <= last; line++) {
      this.#marked.add(line - 1);
    }
  }
}

/** Variables are told apart by their name, which may say that the value is a secret. */
function segmentOf(item: unknown, index: number): Segment {
  const name = isMap(item) ? item.get('name') : undefined;
  return typeof name === 'string' ? { key: { name } } : { index };
}

function nodeAt(root: Node | null, at: Path): unknown {
  let node: unknown = root;
  for (const segment of at) {
    if ('index' in segment && isSeq(node)) {
      node = node.items[segment.index];
    } else if ('field' in segment && isMap(node)) {
      node = node.get(segment.field, true);
    }
  }
  return node;
}
