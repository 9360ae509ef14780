import { isMap as isMapNode, isScalar, isSeq as isSeqNode, Node } from 'yaml';
import { isList, JsonValue } from '../values/json';
import {
  fitsLiteralBlock,
  literalLines,
  renderScalar,
  ScalarType,
} from './renderScalar';
import {
  indent,
  isBlock,
  renderBlock,
  renderFlow,
  renderFlowLines,
} from './renderValue';
import {
  colonEnd,
  contentEnd,
  dashOf,
  inFlow,
  nodeOf,
  Operation,
  rangeOf,
  Slot,
} from './slot';
import { columnOf } from './sourceStyle';
import {
  insertBelow,
  lineEnd,
  lineStart,
  removeLines,
  UnpatchableError,
} from './textEdit';

/** Writes another value in the place of one, in the style in which the old one stood. */
export function replaceValue(
  operation: Operation,
  slot: Slot,
  value: JsonValue,
): void {
  const node = nodeOf(slot);
  if (slot.kind === 'root') {
    throw new UnpatchableError('it would replace the whole document');
  }
  if (inFlow(slot)) {
    replaceInFlow(operation, node, value);
    return;
  }
  const marker = markerEnd(operation.text, slot);
  const column = slotColumn(operation.text, slot);
  if (isBlock(value)) {
    const lines = indent(
      renderBlock(value, operation.style),
      blockColumn(operation, { slot, node, marker, value, column }),
    );
    replaceByLines(operation, { node, marker, lines });
  } else {
    replaceByInline(operation, { node, marker, value, column });
  }
}

/** Where the lines of a map or list begin. */
function blockColumn(
  { text, style }: Operation,
  {
    slot,
    node,
    marker,
    value,
    column,
  }: {
    slot: Slot;
    node: Node | null;
    marker: number;
    value: JsonValue;
    column: number;
  },
): number {
  if (isBlockCollection(node) && standsBehind(text, marker, node)) {
    return columnOf(text, rangeOf(node)[0]);
  }
  return (
    column +
    (slot.kind === 'item' || !isList(value) ? style.step : style.listStep)
  );
}

/** Whether a node begins on the line of its key or dash. */
function standsBehind(text: string, marker: number, node: unknown): boolean {
  return lineStart(text, rangeOf(node)[0]) === lineStart(text, marker);
}

function replaceInFlow(
  { text, style, edits }: Operation,
  node: Node | null,
  value: JsonValue,
): void {
  const [start, end] = rangeOf(node);
  const rendered = isScalarValue(value)
    ? renderScalar(value, { was: typeOf(node), json: style.json, flow: true })
    : flowText(text, start, value, style);
  edits.push({ start, end, text: rendered });
}

function flowText(
  text: string,
  start: number,
  value: JsonValue,
  style: Operation['style'],
): string {
  const line = text.slice(lineStart(text, start), start);
  const margin = /^ */.exec(line)?.[0].length ?? 0;
  if (!style.json) {
    return renderFlow(value, false);
  }
  const [first, ...rest] = renderFlowLines(value, style);
  return [first, ...indent(rest, margin)].join(style.newline);
}

/** A map or list on lines of its own. */
function replaceByLines(
  { text, style, edits }: Operation,
  {
    node,
    marker,
    lines,
  }: { node: Node | null; marker: number; lines: string[] },
): void {
  if (isBlockCollection(node)) {
    const [start] = rangeOf(node);
    const end = contentEnd(text, node);
    const block = lines.join(style.newline);
    edits.push(
      standsBehind(text, marker, node)
        ? { start, end, text: block.trimStart() }
        : { start: lineStart(text, start), end, text: block },
    );
    return;
  }
  if (node && contentEnd(text, node) > marker) {
    const end = contentEnd(text, node);
    if (text.slice(marker, end).includes('\n')) {
      edits.push({
        start: marker,
        end,
        text: style.newline + lines.join(style.newline),
      });
      return;
    }
    edits.push({ start: marker, end, text: '' });
  }
  edits.push(insertBelow(text, marker, lines, style.newline));
}

/** A scalar, or an empty collection. */
function replaceByInline(
  { text, style, edits }: Operation,
  {
    node,
    marker,
    value,
    column,
  }: { node: Node | null; marker: number; value: JsonValue; column: number },
): void {
  const rendered = inlineText(text, { node, value, style, column });
  if (isBlockCollection(node)) {
    const [start] = rangeOf(node);
    const end = contentEnd(text, node);
    if (standsBehind(text, marker, node)) {
      edits.push({ start, end, text: rendered });
    } else {
      edits.push({ start: marker, end: marker, text: ` ${rendered}` });
      edits.push(removeLines(text, start, end));
    }
    return;
  }
  const start = node ? rangeOf(node)[0] : marker;
  const end = node ? contentEnd(text, node) : marker;
  if (end <= marker || start === end) {
    edits.push({ start: marker, end: marker, text: ` ${rendered}` });
  } else {
    edits.push({ start, end, text: rendered });
  }
}

function inlineText(
  text: string,
  {
    node,
    value,
    style,
    column,
  }: {
    node: Node | null;
    value: JsonValue;
    style: Operation['style'];
    column: number;
  },
): string {
  if (!isScalarValue(value)) {
    return isList(value) ? '[]' : '{}';
  }
  const type = typeOf(node);
  const wasBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const end = node ? contentEnd(text, node) : 0;
  const isLast =
    wasBlock || !node || /^\s*$/.test(text.slice(end, lineEnd(text, end)));
  if (typeof value === 'string' && fitsLiteralBlock(value) && isLast) {
    const { header, lines } = literalLines(value);
    const margin = (wasBlock && marginOf(text, node)) || column + style.step;
    return [header, ...indent(lines, margin)].join(style.newline);
  }
  return renderScalar(value, { was: type, json: style.json });
}

/** By how much the lines of a block scalar are indented. */
function marginOf(text: string, node: Node | null): number | undefined {
  const [start, end] = rangeOf(node);
  return /\n( +)\S/.exec(text.slice(start, end))?.[1].length;
}

function typeOf(node: Node | null): ScalarType {
  return isScalar(node) ? node.type : undefined;
}

function isScalarValue(value: JsonValue): value is Exclude<JsonValue, object> {
  return typeof value !== 'object' || value === null;
}

function isBlockCollection(node: Node | null): boolean {
  return (isMapNode(node) || isSeqNode(node)) && !node.flow;
}

function markerEnd(
  text: string,
  slot: Exclude<Slot, { kind: 'root' }>,
): number {
  return slot.kind === 'pair'
    ? colonEnd(text, slot.pair)
    : dashOf(text, nodeOf(slot)) + 1;
}

function slotColumn(
  text: string,
  slot: Exclude<Slot, { kind: 'root' }>,
): number {
  return slot.kind === 'pair'
    ? columnOf(text, rangeOf(slot.pair.key)[0])
    : columnOf(text, dashOf(text, nodeOf(slot)));
}
