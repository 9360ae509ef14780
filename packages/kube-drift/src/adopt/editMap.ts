import { Pair, YAMLMap } from 'yaml';
import { JsonValue } from '../values/json';
import { insertIntoFlow, removeFromFlow } from './editFlow';
import { ownCommentStart } from './comments';
import { indent, renderPair } from './renderValue';
import { Operation, pairEnd, rangeOf } from './slot';
import { columnOf } from './sourceStyle';
import {
  indentationBefore,
  insertBelow,
  lineStart,
  removeLines,
} from './textEdit';

/** Writes a new key into a map: in its place among sorted keys, else behind the others. */
export function insertPair(
  operation: Operation,
  container: YAMLMap,
  key: string,
  value: JsonValue,
): void {
  if (container.flow) {
    insertIntoFlow(operation, container, container.items.length, {
      key,
      value,
    });
    return;
  }
  const { text, style, edits } = operation;
  const pairs = container.items;
  const column = columnOf(text, rangeOf(pairs[0].key)[0]);
  const before = pairs[placeAmong(pairs, key) - 1];
  const lines = indent(renderPair(key, value, style), column);
  edits.push(insertBelow(text, pairEnd(text, before), lines, style.newline));
}

/** Takes a key out of a map that keeps others. */
export function removePair(
  operation: Operation,
  container: YAMLMap,
  pair: Pair,
): void {
  if (container.flow) {
    removeFromFlow(operation, container, container.items.indexOf(pair));
    return;
  }
  const { text, edits } = operation;
  const [start] = rangeOf(pair.key);
  const end = pairEnd(text, pair);
  if (indentationBefore(text, start) === undefined) {
    // It shares its line with a dash, which the next key takes over.
    const next = container.items[container.items.indexOf(pair) + 1];
    edits.push({ start, end: rangeOf(next.key)[0], text: '' });
    return;
  }
  const from = ownCommentStart(text, lineStart(text, start), end);
  edits.push(removeLines(text, from, end));
}

/** After which key; never before the first, which may share its line with a dash. */
function placeAmong(pairs: readonly Pair[], key: string): number {
  const names = pairs.map(pair =>
    String((pair.key as { value?: unknown })?.value),
  );
  const isSorted =
    names.length > 1 &&
    names.every((name, index) => index === 0 || names[index - 1] < name);
  const next = isSorted ? names.findIndex(name => name > key) : -1;
  return next === -1 ? pairs.length : Math.max(next, 1);
}
