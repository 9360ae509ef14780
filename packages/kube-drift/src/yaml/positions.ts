import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  Node,
  Pair,
  Scalar,
  YAMLMap,
} from 'yaml';
import { own } from '../values/json';
import { Path, Segment } from '../path/segment';
import { hasKey } from '../path/resolve';
import { JsonValue } from '../values/json';
import { DocumentText, LineIndex } from './documents';
import { parseTree } from './parse';

/**
 * Finds the line of a path in a document. The document is parsed again when
 * first asked: only objects that drifted need their positions.
 */
export class PositionFinder {
  readonly #document: DocumentText;
  #tree?: { contents: Node | null; lines: LineIndex };

  constructor(document: DocumentText) {
    this.#document = document;
  }

  /**
   * The line (from 1, in the whole file) where the path is declared; that of
   * its nearest declared ancestor when it is not declared itself.
   */
  lineOf(path: Path, root: JsonValue): number {
    const { contents, lines } = this.#open();
    let node = contents;
    let value: JsonValue | undefined = root;
    let offset = node?.range?.[0] ?? 0;
    for (const segment of path) {
      const step = stepInto(node, value, segment);
      if (!step) {
        break;
      }
      ({ node, value, offset } = step);
    }
    return this.#document.line + lines.lineAt(offset) - 1;
  }

  #open() {
    if (!this.#tree) {
      const { text } = this.#document;
      this.#tree = {
        contents: parseTree(text).contents as Node | null,
        lines: new LineIndex(text),
      };
    }
    return this.#tree;
  }
}

interface Step {
  node: Node | null;
  value: JsonValue | undefined;
  offset: number;
}

function stepInto(
  node: Node | null,
  value: JsonValue | undefined,
  segment: Segment,
): Step | undefined {
  if ('field' in segment) {
    return stepIntoField(node, value, segment.field);
  }
  if (!isSeq(node) || !Array.isArray(value)) {
    return undefined;
  }
  const index =
    'index' in segment
      ? segment.index
      : value.findIndex(item =>
          'key' in segment ? hasKey(item, segment) : item === segment.value,
        );
  const item = node.items[index] as Node | undefined;
  return item
    ? { node: item, value: value[index], offset: item.range?.[0] ?? 0 }
    : undefined;
}

function stepIntoField(
  node: Node | null,
  value: JsonValue | undefined,
  name: string,
): Step | undefined {
  const pair = isMap(node) ? pairsOf(node).get(name) : undefined;
  return (
    pair && {
      node: pair.value as Node | null,
      value: own(value, name),
      offset: pair.key.range?.[0] ?? 0,
    }
  );
}

type NamedPair = Pair<Scalar>;

/** Names of pairs, by map: thousands of differences may lie in one. */
const named = new WeakMap<YAMLMap, Map<string, NamedPair>>();

function pairsOf(map: YAMLMap): Map<string, NamedPair> {
  const known = named.get(map);
  if (known) {
    return known;
  }
  const pairs = new Map(
    map.items
      .filter((pair): pair is NamedPair => isPair(pair) && isScalar(pair.key))
      .map(pair => [String(pair.key.value), pair]),
  );
  named.set(map, pairs);
  return pairs;
}
