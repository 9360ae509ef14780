import {
  isAlias,
  isMap,
  isPair,
  isSeq,
  Node,
  Pair,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { SourceStyle } from './sourceStyle';
import { lineEnd, TextEdit, UnpatchableError } from './textEdit';

/** A document under the knife: edits are collected, the text stays. */
export interface Operation {
  text: string;
  style: SourceStyle;
  /** Names of anchors that an alias refers to. */
  shared: ReadonlySet<string>;
  edits: TextEdit[];
}

/** Where a value stands: behind a key, behind a dash, or as the whole document. */
export type Slot =
  | { kind: 'pair'; container: YAMLMap; pair: Pair }
  | { kind: 'item'; container: YAMLSeq; index: number }
  | { kind: 'root'; node: Node };

export function nodeOf(slot: Slot): Node | null {
  switch (slot.kind) {
    case 'pair':
      return slot.pair.value as Node | null;
    case 'item':
      return slot.container.items[slot.index] as Node | null;
    default:
      return slot.node;
  }
}

export function inFlow(slot: Slot): boolean {
  return slot.kind !== 'root' && slot.container.flow === true;
}

/** Offsets of a node's own text, without what stands around it. */
export function rangeOf(node: unknown): [start: number, end: number] {
  const range = (node as Node | null)?.range;
  if (!range) {
    throw new UnpatchableError('its place in the file cannot be told');
  }
  return [range[0], range[1]];
}

/** Offset behind the last character of a node, line breaks and comments left out. */
export function contentEnd(text: string, node: unknown): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last: unknown = node.items.at(-1);
    return isPair(last) ? pairEnd(text, last) : contentEnd(text, last);
  }
  const [start, end] = rangeOf(node);
  // A block scalar owns its line breaks.
  const last = text.slice(start, end).replace(/\r?\n$/, '');
  return start + last.length;
}

export function pairEnd(text: string, pair: Pair): number {
  const value = pair.value as Node | null;
  const afterColon = colonEnd(text, pair);
  return value ? Math.max(afterColon, contentEnd(text, value)) : afterColon;
}

/** Offset behind the colon of a pair. */
export function colonEnd(text: string, pair: Pair): number {
  const [, keyEnd] = rangeOf(pair.key);
  const colon = /^\s*:/.exec(text.slice(keyEnd, lineEnd(text, keyEnd)));
  if (!colon) {
    throw new UnpatchableError(
      'its key is written in a form that is not patched',
    );
  }
  return keyEnd + colon[0].length;
}

/** Offset of the dash before an item of a block list. */
export function dashOf(text: string, item: unknown): number {
  const [start] = rangeOf(item);
  const before = /-[ \t\r\n]*$/.exec(text.slice(0, start));
  if (!before) {
    throw new UnpatchableError(
      'its list is written in a form that is not patched',
    );
  }
  return before.index;
}

/** @throws UnpatchableError for a value that other places of the file share */
export function assertOwn(operation: Operation, node: unknown): void {
  if (isAlias(node)) {
    throw new UnpatchableError(
      `the value comes from the anchor &${node.source}, which other places share`,
    );
  }
  const anchor = (node as { anchor?: string } | null)?.anchor;
  if (anchor !== undefined && operation.shared.has(anchor)) {
    throw new UnpatchableError(
      `other places of the file share the value by the anchor &${anchor}`,
    );
  }
}
