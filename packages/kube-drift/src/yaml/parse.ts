import { Composer, Document, Parser, YAMLParseError } from 'yaml';
import { JsonValue } from '../values/json';
import { convertDocument, RefusedDocumentError } from './convert';
import { DocumentText, LineIndex } from './documents';
import { parseJson } from './parseJson';

/** What one document came to: its value, or why and where it was refused. */
export type ParsedDocument =
  | { value: JsonValue }
  | { message: string; line: number };

/** Bounds within which a document is read. @public */
export interface DocumentLimits {
  /** Bytes of one document. */
  maxDocumentBytes: number;
  /** Nodes that may come out per byte that went in. */
  maxNodesPerByte: number;
}

const MAX_FLOW_DEPTH = 500;
const MIN_NODES = 10_000;

/** Words for the parser's codes: its own messages quote the source text. */
const MESSAGES: Record<string, string> = {
  ALIAS_PROPS: 'an alias cannot have an anchor or a tag',
  BAD_ALIAS: 'bad alias',
  BAD_DQ_ESCAPE: 'unknown escape in a double-quoted text',
  BAD_INDENT: 'bad indentation',
  BAD_SCALAR_START: 'a plain value cannot start so',
  BLOCK_AS_IMPLICIT_KEY: 'a nested mapping is not allowed here',
  BLOCK_IN_FLOW: 'block style inside brackets',
  DUPLICATE_KEY: 'duplicate key',
  MISSING_CHAR: 'a character is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line',
  TAB_AS_INDENT: 'tabs are not allowed as indentation',
  UNEXPECTED_TOKEN: 'unexpected text',
};

/** Parses one document in Kubernetes' dialect. Never throws. */
export function parseYamlDocument(
  document: DocumentText,
  limits: DocumentLimits,
): ParsedDocument {
  const { text, line } = document;
  if (Buffer.byteLength(text) > limits.maxDocumentBytes) {
    return {
      message: `larger than ${limits.maxDocumentBytes} bytes`,
      line,
    };
  }
  const json = parseJson(text);
  if (json !== undefined) {
    return { value: json };
  }
  const lines = new LineIndex(text);
  const lineAt = (offset = 0) => line + lines.lineAt(offset) - 1;
  const tooDeep = offsetTooDeep(text);
  if (tooDeep !== undefined) {
    return { message: 'nested too deeply', line: lineAt(tooDeep) };
  }
  try {
    const tree = parseTree(text);
    const [error] = tree.errors;
    if (error) {
      return { message: messageOf(error), line: lineAt(error.pos[0]) };
    }
    const budget = Math.max(MIN_NODES, text.length * limits.maxNodesPerByte);
    return { value: convertDocument(tree, budget) };
  } catch (error) {
    if (error instanceof RefusedDocumentError) {
      return { message: error.message, line: lineAt(error.offset) };
    }
    return { message: 'cannot be read as YAML', line };
  }
}

/**
 * The syntax tree, every scalar unresolved: positions are taken from it. Stops
 * at the first error and behind the first document, so that a text of nothing
 * but errors takes no longer than another.
 */
export function parseTree(text: string): Document.Parsed {
  const composer = new Composer({
    schema: 'failsafe',
    version: '1.1',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  for (const token of new Parser().parse(text)) {
    const [document] = composer.next(token);
    if (document) {
      return document;
    }
    if (token.type === 'error') {
      break;
    }
  }
  const [document] = composer.end(true, text.length);
  return document;
}

function messageOf(error: YAMLParseError): string {
  return MESSAGES[error.code] ?? 'cannot be read as YAML';
}

/**
 * Where brackets are opened too deep: thousands of them would exhaust the
 * parser's stack.
 */
function offsetTooDeep(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > MAX_FLOW_DEPTH) return at;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) {
      depth -= 1;
    }
  }
  return undefined;
}
