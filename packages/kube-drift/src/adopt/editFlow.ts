import { isPair, YAMLMap, YAMLSeq } from 'yaml';
import { JsonValue } from '../values/json';
import { renderKey } from './renderScalar';
import { indent, renderFlow, renderFlowLines } from './renderValue';
import { contentEnd, Operation, pairEnd, rangeOf } from './slot';
import { columnOf } from './sourceStyle';
import { indentationBefore } from './textEdit';

/** Writes a new entry into `{…}` or `[…]` that is not empty, on a line of its own where its neighbours have one. */
export function insertIntoFlow(
  operation: Operation,
  container: YAMLMap | YAMLSeq,
  index: number,
  entry: { key?: string; value: JsonValue },
): void {
  const { text, style, edits } = operation;
  const neighbour = container.items[Math.max(index - 1, 0)];
  const [start] = rangeOf(startOf(neighbour));
  const ownLine = indentationBefore(text, start) !== undefined;
  const rendered = ownLine
    ? renderFlowLines(entry.value, style)
    : [renderFlow(entry.value, style.json)];
  if (entry.key !== undefined) {
    rendered[0] = `${renderKey(entry.key, style.json)}: ${rendered[0]}`;
  }
  const [first, ...rest] = rendered;
  const column = columnOf(text, start);
  const body = [first, ...indent(rest, column)].join(style.newline);
  const between = ownLine ? style.newline + ' '.repeat(column) : ' ';
  if (index === 0) {
    edits.push({ start, end: start, text: `${body},${between}` });
  } else {
    const end = endOf(text, neighbour);
    edits.push({ start: end, end, text: `,${between}${body}` });
  }
}

/** Takes the entries from `from` up to `to` out of `{…}` or `[…]` that keeps others. */
export function removeFromFlow(
  { text, edits }: Operation,
  container: YAMLMap | YAMLSeq,
  from: number,
  to = from + 1,
): void {
  const { items } = container;
  edits.push(
    from > 0
      ? {
          start: endOf(text, items[from - 1]),
          end: endOf(text, items[to - 1]),
          text: '',
        }
      : {
          start: rangeOf(startOf(items[0]))[0],
          end: rangeOf(startOf(items[to]))[0],
          text: '',
        },
  );
}

function startOf(item: unknown): unknown {
  return isPair(item) ? item.key : item;
}

function endOf(text: string, item: unknown): number {
  return isPair(item) ? pairEnd(text, item) : contentEnd(text, item);
}
