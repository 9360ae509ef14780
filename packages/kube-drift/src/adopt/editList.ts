import { YAMLSeq } from 'yaml';
import { JsonValue } from '../values/json';
import { ownCommentStart } from './comments';
import { insertIntoFlow, removeFromFlow } from './editFlow';
import { indent, renderItem } from './renderValue';
import { contentEnd, dashOf, Operation, rangeOf } from './slot';
import { columnOf } from './sourceStyle';
import {
  indentationBefore,
  insertBelow,
  lineStart,
  removeLines,
  UnpatchableError,
} from './textEdit';

/** Writes a new item into a list, before the one at `index`. */
export function insertItem(
  operation: Operation,
  container: YAMLSeq,
  index: number,
  value: JsonValue,
): void {
  if (container.flow) {
    insertIntoFlow(operation, container, index, { value });
    return;
  }
  const { text, style, edits } = operation;
  const [first] = container.items;
  const dash = dashOf(text, first);
  const width = rangeOf(first)[0] - dash;
  const isOneLine =
    lineStart(text, dash) === lineStart(text, rangeOf(first)[0]);
  const lines = indent(
    renderItem(value, style, isOneLine ? width : undefined),
    columnOf(text, dash),
  );
  if (index > 0) {
    const end = contentEnd(text, container.items[index - 1]);
    edits.push(insertBelow(text, end, lines, style.newline));
    return;
  }
  if (indentationBefore(text, dash) === undefined) {
    throw new UnpatchableError(
      'its list is written in a form that is not patched',
    );
  }
  const start = lineStart(text, dash);
  const block = lines.map(line => line + style.newline).join('');
  edits.push({ start, end: start, text: block });
}

/** Takes the items from `from` up to `to` out of a list that keeps others. */
export function removeItems(
  operation: Operation,
  container: YAMLSeq,
  from: number,
  to: number,
): void {
  if (container.flow) {
    removeFromFlow(operation, container, from, to);
    return;
  }
  const { text, edits } = operation;
  const dash = dashOf(text, container.items[from]);
  if (indentationBefore(text, dash) === undefined) {
    throw new UnpatchableError(
      'its list is written in a form that is not patched',
    );
  }
  const end = contentEnd(text, container.items[to - 1]);
  const start = ownCommentStart(text, lineStart(text, dash), end);
  edits.push(removeLines(text, start, end));
}
