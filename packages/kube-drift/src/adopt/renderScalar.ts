import { Scalar } from 'yaml';
import { isBooleanWord, resolvePlainScalar } from '../yaml/scalars';
import { JsonValue } from '../values/json';

/** How a scalar was written before. */
export type ScalarType = Scalar.Type | undefined;

/** A scalar on one line. Text keeps the quotes it had; text that YAML would read otherwise gets some. */
export function renderScalar(
  value: Exclude<JsonValue, object>,
  options: { was?: ScalarType; json?: boolean; flow?: boolean } = {},
): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  const { was, json, flow } = options;
  if (!json && was === 'QUOTE_SINGLE' && isPrintableLine(value)) {
    return `'${value.replace(/'/g, "''")}'`;
  }
  if (!json && was !== 'QUOTE_DOUBLE' && isSafePlain(value, flow === true)) {
    return value;
  }
  return doubleQuoted(value);
}

/** A key of a map. */
export function renderKey(key: string, json: boolean): string {
  return !json && isSafePlain(key, true) ? key : doubleQuoted(key);
}

/** Whether a text can stand in a literal block (`|`) without a loss. */
export function fitsLiteralBlock(text: string): boolean {
  return (
    /\S/.test(text) &&
    text.includes('\n') &&
    !/^[\n ]/.test(text) &&
    !/[ \t]\n|[ \t]$/.test(text) &&
    isPrintable(text)
  );
}

/** The lines of a literal block, its header first; not indented. */
export function literalLines(text: string): {
  header: string;
  lines: string[];
} {
  const body = text.replace(/\n+$/, '');
  const trailing = text.length - body.length;
  const chomping = ['-', ''][trailing] ?? '+';
  return {
    header: `|${chomping}`,
    lines: [
      ...body.split('\n'),
      ...Array.from({ length: Math.max(0, trailing - 1) }, () => ''),
    ],
  };
}

/**
 * Readers of YAML disagree about what is a number, a time or a truth value:
 * what any of them would not read as text is quoted.
 */
function isSafePlain(text: string, flow: boolean): boolean {
  return (
    isPrintableLine(text) &&
    /^[A-Za-z0-9_./$^(\\;+~=<-]/.test(text) &&
    !/^(?:-$|- |---|\.\.\.|=$|<<$)/.test(text) &&
    !/: |:$| #|\s$/.test(text) &&
    !(flow && /[,[\]{}:]/.test(text)) &&
    !isBooleanWord(text) &&
    !looksLikeNumberOrTime(text) &&
    readsAsText(text)
  );
}

function readsAsText(text: string): boolean {
  try {
    return resolvePlainScalar(text) === text;
  } catch {
    return false; // infinity and not-a-number: words, unless quoted
  }
}

function looksLikeNumberOrTime(text: string): boolean {
  return (
    /^[-+]?[\d_]+(?::[0-5]?\d)+(?:\.\d*)?$/.test(text) ||
    /^\d{4}-\d{1,2}-\d{1,2}/.test(text) ||
    /^[-+]?0[obxOBX]?[\da-fA-F_]+$/.test(text) ||
    /^[-+]?[\d_.]+(?:[eE][-+]?\d+)?$/.test(text)
  );
}

function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(text.replace(/[\t\n]/g, ''));
}

function isPrintableLine(text: string): boolean {
  return text !== '' && !/[\n\t]/.test(text) && isPrintable(text);
}

/** JSON is YAML, but for what YAML takes for a line break or a mark. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
