import { isAlias, isMap, isPair, isScalar, isSeq, Node, visit } from 'yaml';
import { Path, Segment } from '../path/segment';
import { isSensitivePath } from '../secrets/sensitive';
import { LineIndex } from '../yaml/documents';
import { parseTree } from '../yaml/parse';

/** Marks the lines of a document that hold a value which must not be shown. */
export class LineMarker {
  readonly root: Node | null;
  readonly #anchored = new Map<string, Node[]>();
  /** Anchors that are being followed. */
  readonly #followed = new Set<string>();
  readonly #text: string;
  readonly #index: LineIndex;
  readonly #marked = new Set<number>();

  constructor(text: string) {
    this.#text = text;
    this.#index = new LineIndex(text);
    this.root = parseTree(text).contents as Node | null;
    if (this.root) {
      visit(this.root, {
        Value: (_key, node) => {
          const { anchor } = node;
          if (anchor !== undefined) {
            const known = this.#anchored.get(anchor) ?? [];
            this.#anchored.set(anchor, [...known, node]);
          }
        },
      });
    }
  }

  /** From 0. */
  get lines(): readonly number[] {
    return [...this.#marked];
  }

  markAll(): void {
    this.#markRange(0, this.#text.length);
  }

  /** What an alias stands for is marked where it is written. */
  mark(node: unknown, kind: string, path: Path): void {
    if (isAlias(node)) {
      this.#markMeant(node.source, kind, path);
      return;
    }
    if (isSensitivePath(kind, path)) {
      const [start, end] = (node as Node | null)?.range ?? [0, 0];
      this.#markRange(start, end);
      return;
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        if (isPair(pair) && isScalar(pair.key)) {
          const field = String(pair.key.value);
          const below = field === '<<' ? path : [...path, { field }];
          this.mark(pair.value, kind, below);
        }
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) =>
        this.mark(item, kind, [...path, segmentOf(item, index)]),
      );
    }
  }

  /** An anchor may hold its own alias. */
  #markMeant(anchor: string, kind: string, path: Path): void {
    if (this.#followed.has(anchor)) {
      return;
    }
    this.#followed.add(anchor);
    const meant = this.#anchored.get(anchor) ?? [];
    meant.forEach(node => this.mark(node, kind, path));
    this.#followed.delete(anchor);
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
