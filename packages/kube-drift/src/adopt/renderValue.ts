import { isList, isMap, JsonMap, JsonValue } from '../values/json';
import {
  fitsLiteralBlock,
  literalLines,
  renderKey,
  renderScalar,
} from './renderScalar';
import { SourceStyle } from './sourceStyle';

/** A value in YAML: what follows its key or dash on the line, and the lines below it, indented from there. */
export interface RenderedValue {
  inline: string;
  below: string[];
}

/** Whether a value takes lines of its own in block style. */
export function isBlock(value: JsonValue): value is JsonMap | JsonValue[] {
  return isList(value)
    ? value.length > 0
    : isMap(value) && Object.keys(value).length > 0;
}

/** The lines of a map or list in block style, not indented. */
export function renderBlock(
  value: JsonMap | JsonValue[],
  style: SourceStyle,
): string[] {
  return isList(value)
    ? value.flatMap(item => renderItem(item, style))
    : Object.keys(value).flatMap(key => renderPair(key, value[key], style));
}

/** `key: value` in block style, not indented. */
export function renderPair(
  key: string,
  value: JsonValue,
  style: SourceStyle,
): string[] {
  const name = `${renderKey(key, style.json)}:`;
  if (isBlock(value)) {
    const by = isList(value) ? style.listStep : style.step;
    return [name, ...indent(renderBlock(value, style), by)];
  }
  const { inline, below } = renderLeaf(value);
  return [`${name} ${inline}`, ...indent(below, style.step)];
}

/** `- value` in block style, not indented. @param width - of the dash with its blanks */
export function renderItem(
  value: JsonValue,
  style: SourceStyle,
  width = 2,
): string[] {
  const { inline, below } = renderLeaf(value);
  const [first, ...rest] = isBlock(value)
    ? renderBlock(value, style)
    : [inline, ...below];
  return [`-`.padEnd(width) + first, ...indent(rest, width)];
}

/** A scalar or an empty collection. */
export function renderLeaf(value: JsonValue): RenderedValue {
  if (typeof value === 'string' && fitsLiteralBlock(value)) {
    const { header, lines } = literalLines(value);
    return { inline: header, below: lines };
  }
  if (typeof value === 'object' && value !== null) {
    return { inline: isList(value) ? '[]' : '{}', below: [] };
  }
  return { inline: renderScalar(value), below: [] };
}

/** A value in flow style, on one line. */
export function renderFlow(value: JsonValue, json: boolean): string {
  if (isList(value)) {
    return `[${value.map(item => renderFlow(item, json)).join(', ')}]`;
  }
  if (isMap(value)) {
    const pairs = Object.keys(value).map(
      key => `${renderKey(key, json)}: ${renderFlow(value[key], json)}`,
    );
    return pairs.length === 0 || json
      ? `{${pairs.join(', ')}}`
      : `{ ${pairs.join(', ')} }`;
  }
  return renderScalar(value, { json, flow: true });
}

/** A value in flow style over several lines, as JSON files are written. */
export function renderFlowLines(
  value: JsonValue,
  style: SourceStyle,
): string[] {
  if (!isBlock(value)) {
    return [renderFlow(value, style.json)];
  }
  const parts = isList(value)
    ? value.map(item => renderFlowLines(item, style))
    : Object.keys(value).map(key => {
        const [first, ...rest] = renderFlowLines(value[key], style);
        return [`${renderKey(key, style.json)}: ${first}`, ...rest];
      });
  const body = parts.flatMap((lines, index) =>
    index < parts.length - 1
      ? [...lines.slice(0, -1), `${lines.at(-1)},`]
      : lines,
  );
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  return [open, ...indent(body, style.step), close];
}

/** Blank lines stay empty: a literal block reads the same, and no line ends in blanks. */
export function indent(lines: readonly string[], by: number): string[] {
  const margin = ' '.repeat(by);
  return lines.map(line => (line === '' ? '' : margin + line));
}
