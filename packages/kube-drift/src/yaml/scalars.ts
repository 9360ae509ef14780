import { JsonValue } from '../values/json';

/**
 * Resolution of plain scalars as the YAML reader of kubectl does it (go-yaml
 * v2): octal with a leading zero, binary, underscores, yes/no/on/off, but no
 * sexagesimal numbers, and timestamps stay text.
 */

const BOOLEANS = new Map<string, boolean>(
  [
    ['true', true],
    ['y', true],
    ['yes', true],
    ['on', true],
    ['false', false],
    ['n', false],
    ['no', false],
    ['off', false],
  ].flatMap(([word, value]) =>
    spellings(word as string).map(
      spelling => [spelling, value as boolean] as const,
    ),
  ),
);

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const INTEGER =
  /^[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]+|[0-9][0-9_]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const MAX_UINT64 = (1n << 64n) - 1n;
const MIN_INT64 = -(1n << 63n);

function spellings(word: string): string[] {
  return [word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()];
}

/** Thrown for a scalar that JSON, and so the API server, cannot hold. */
export class UnrepresentableScalarError extends Error {
  constructor() {
    super('infinity and not-a-number cannot be written as JSON');
    this.name = 'UnrepresentableScalarError';
  }
}

/** @throws UnrepresentableScalarError for `.inf` and `.nan` */
export function resolvePlainScalar(text: string): JsonValue {
  if (NULLS.has(text)) {
    return null;
  }
  const boolean = BOOLEANS.get(text);
  if (boolean !== undefined) {
    return boolean;
  }
  if (!/^[-+.0-9]/.test(text)) {
    return text;
  }
  if (INTEGER.test(text)) {
    const integer = parseInteger(text);
    if (integer !== undefined) {
      return integer;
    }
  }
  // Behind a leading dot the reader takes no underscores.
  const compact = text.startsWith('.') ? text : text.replace(/_/g, '');
  if (FLOAT.test(compact)) {
    const float = Number(compact);
    return Number.isFinite(float) ? float : text; // too large: read as text
  }
  if (NOT_FINITE.test(text)) {
    throw new UnrepresentableScalarError();
  }
  return text;
}

function parseInteger(text: string): number | bigint | undefined {
  const compact = text.replace(/_/g, '');
  const negative = compact.startsWith('-');
  const digits = compact.replace(/^[-+]/, '');
  const literal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  if (/^0[89]|^0[0-9]*[89]/.test(literal) || /^0[xXbBoO]?$/.test(literal)) {
    return literal === '0' ? 0 : undefined;
  }
  const value = negative ? -BigInt(literal) : BigInt(literal);
  if (value > MAX_UINT64 || value < MIN_INT64) {
    return undefined;
  }
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/**
 * Words that one reader takes for a boolean and another for text: kubectl and
 * Helm send `true`, kustomize sends `"yes"`. Both are what the author wrote.
 */
export function isBooleanWord(text: string): boolean {
  return BOOLEANS.has(text) && !/^(?:true|false)$/i.test(text);
}
