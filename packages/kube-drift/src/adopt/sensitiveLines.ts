import { isMap, isPair, isScalar, isSeq, Node } from 'yaml';
import { Path, Segment } from '../path/segment';
import { isSensitivePath } from '../secrets/sensitive';
import { DocumentText, LineIndex, splitDocuments } from '../yaml/documents';
import { parseTree } from '../yaml/parse';
import { SourceDocument } from './SourceDocument';

/**
 * The lines of a manifest file (from 1) that hold a value which must not be shown. Of a document that cannot be read,
 * or that shares values by anchors, every line of a Secret, and all lines of the former.
 */
export function sensitiveLines(text: string): Set<number> {
  const lines = new Set<number>();
  for (const document of splitDocuments(text)) {
    const marker = new LineMarker(document, lines);
    const readable = SourceDocument.read(document);
    if (!readable) {
      marker.markAll();
      continue;
    }
    if (readable.objects.some(({ object }) => object.kind === 'Secret')) {
      marker.markAll();
      continue;
    }
    for (const { object, at } of readable.objects) {
      marker.mark(nodeAt(marker.root, at), object.kind, []);
    }
  }
  return lines;
}

class LineMarker {
  readonly root: Node | null;
  readonly #document: DocumentText;
  readonly #index: LineIndex;
  readonly #lines: Set<number>;

  constructor(document: DocumentText, lines: Set<number>) {
    this.#document = document;
    this.#index = new LineIndex(document.text);
    this.#lines = lines;
    this.root = parseTree(document.text).contents as Node | null;
  }

  markAll(): void {
    this.#markRange(0, this.#document.text.length);
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
      this.#lines.add(this.#document.line + line - 1);
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
