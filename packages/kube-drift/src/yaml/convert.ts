import {
  Alias,
  Document,
  isAlias,
  isMap as isYamlMap,
  isPair,
  isScalar,
  isSeq,
  Node,
  Scalar,
  YAMLMap,
} from 'yaml';
import { isMap, JsonMap, JsonValue, setOwn } from '../values/json';
import { rememberText } from './originalText';
import { isBooleanWord, resolvePlainScalar } from './scalars';

/** A document that is refused, with the offset in its text. */
export class RefusedDocumentError extends Error {
  constructor(message: string, readonly offset?: number) {
    super(message);
    this.name = 'RefusedDocumentError';
  }
}

const MAX_DEPTH = 500;

interface Conversion {
  budget: number;
  /** Anchors seen so far: YAML defines an anchor before its first alias. */
  anchors: Map<string, Node>;
  /** Aliases being expanded, to refuse one that holds itself. */
  open: Set<Node>;
}

/**
 * Turns a parsed document into plain values, as Kubernetes' tools read it.
 *
 * @param budget - how many nodes may come out, aliases expanded
 * @throws RefusedDocumentError for null and duplicate keys, alias bombs, and
 * what JSON cannot hold
 */
export function convertDocument(document: Document, budget: number): JsonValue {
  const conversion: Conversion = {
    budget,
    anchors: new Map(),
    open: new Set(),
  };
  return convert(document.contents as Node | null, conversion, 0);
}

function convert(
  node: Node | null,
  conversion: Conversion,
  depth: number,
): JsonValue {
  conversion.budget -= 1;
  if (conversion.budget < 0) {
    throw new RefusedDocumentError(
      'aliases expand to too many nodes',
      node?.range?.[0],
    );
  }
  if (depth > MAX_DEPTH) {
    throw new RefusedDocumentError('nested too deeply', node?.range?.[0]);
  }
  if (node === null || node === undefined) {
    return null;
  }
  if (isAlias(node)) {
    return expand(node, conversion, depth);
  }
  const anchor = (node as Scalar).anchor;
  if (anchor) {
    conversion.anchors.set(anchor, node);
  }
  if (isYamlMap(node)) {
    return convertMap(node, conversion, depth);
  }
  if (isSeq(node)) {
    const list: JsonValue[] = [];
    node.items.forEach((item, index) => {
      list.push(convert(item as Node | null, conversion, depth + 1));
      remember(list, index, item);
    });
    return list;
  }
  return scalarValue(node as Scalar);
}

function expand(
  alias: Alias,
  conversion: Conversion,
  depth: number,
): JsonValue {
  const target = conversion.anchors.get(alias.source);
  if (!target) {
    throw new RefusedDocumentError('alias without an anchor', alias.range?.[0]);
  }
  if (conversion.open.has(target)) {
    throw new RefusedDocumentError('alias that holds itself', alias.range?.[0]);
  }
  conversion.open.add(target);
  const value = convert(target, conversion, depth + 1);
  conversion.open.delete(target);
  return value;
}

function convertMap(
  node: YAMLMap,
  conversion: Conversion,
  depth: number,
): JsonMap {
  const map: JsonMap = {};
  const merged: JsonMap = {};
  for (const pair of node.items) {
    if (!isPair(pair)) {
      continue;
    }
    const keyNode = pair.key as Node | null;
    if (isMergeKey(keyNode)) {
      const source = convert(pair.value as Node, conversion, depth + 1);
      mergeInto(merged, source, keyNode?.range?.[0]);
      continue;
    }
    const key = keyText(keyNode, conversion);
    if (Object.hasOwn(map, key)) {
      throw new RefusedDocumentError('duplicate key', keyNode?.range?.[0]);
    }
    const value = convert(pair.value as Node | null, conversion, depth + 1);
    setOwn(map, key, value);
    remember(map, key, pair.value);
  }
  for (const key of Object.keys(merged)) {
    if (!Object.hasOwn(map, key)) {
      setOwn(map, key, merged[key]);
    }
  }
  return map;
}

function isMergeKey(node: Node | null): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === '<<';
}

/** The first of several merged maps wins, as the merge key says. */
function mergeInto(target: JsonMap, source: JsonValue, offset?: number): void {
  const sources = Array.isArray(source) ? source : [source];
  for (const map of sources) {
    if (!isMap(map)) {
      throw new RefusedDocumentError('a merge key takes maps only', offset);
    }
    for (const key of Object.keys(map)) {
      if (!Object.hasOwn(target, key)) {
        setOwn(target, key, map[key]);
      }
    }
  }
}

/** Numbers and booleans become the text that JSON would use as a key. */
function keyText(node: Node | null, conversion: Conversion): string {
  const value = keyValue(node, conversion);
  if (value === null || node === null) {
    throw new RefusedDocumentError('null key', node?.range?.[0]);
  }
  if (value === undefined || typeof value === 'object') {
    throw new RefusedDocumentError('key that is no scalar', node.range?.[0]);
  }
  return String(value);
}

function keyValue(
  node: Node | null,
  conversion: Conversion,
): JsonValue | undefined {
  if (isAlias(node)) {
    return expand(node, conversion, 0);
  }
  return isScalar(node) ? scalarValue(node) : undefined;
}

function scalarValue(node: Scalar): JsonValue {
  const text = typeof node.value === 'string' ? node.value : '';
  try {
    switch (node.tag) {
      case undefined:
        return node.type === 'PLAIN' ? resolvePlainScalar(text) : text;
      case '!!binary':
      case 'tag:yaml.org,2002:binary':
        return Buffer.from(text, 'base64').toString('utf8');
      case '!!str':
      case 'tag:yaml.org,2002:str':
        return text;
      case '!':
        return text;
      default:
        return resolvePlainScalar(text);
    }
  } catch (error) {
    throw new RefusedDocumentError(
      error instanceof Error ? error.message : String(error),
      node.range?.[0],
    );
  }
}

function remember(
  container: JsonMap | JsonValue[],
  key: string | number,
  node: unknown,
): void {
  if (
    isScalar(node) &&
    node.type === 'PLAIN' &&
    typeof node.value === 'string' &&
    isBooleanWord(node.value)
  ) {
    rememberText(container, key, node.value);
  }
}
