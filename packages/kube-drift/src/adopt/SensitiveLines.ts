import { isMap, isSeq, Node } from 'yaml';
import { Path } from '../path/segment';
import { DocumentText, splitDocuments } from '../yaml/documents';
import { LineMarker } from './LineMarker';
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
