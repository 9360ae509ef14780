import { createHash } from 'node:crypto';

/**
 * Longest audit ID that is kept as sent; a client may choose any length.
 * @public
 */
export const MAX_AUDIT_ID_LENGTH = 255;

/**
 * Makes a string storable as text: NUL becomes `␀` and a lone surrogate U+FFFD,
 * since PostgreSQL refuses the first and UTF-8 cannot carry the second.
 * @public
 */
export function sanitizeText(text: string): string {
  return toWellFormed(text.replaceAll('\u0000', '␀'));
}

/**
 * Cuts an over-long audit ID and ends it with a digest of the whole, so that
 * two different long ids stay different.
 */
export function boundAuditID(id: string): { id: string; truncated: boolean } {
  if (id.length <= MAX_AUDIT_ID_LENGTH) {
    return { id, truncated: false };
  }
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 32);
  const head = toWellFormed(id.slice(0, MAX_AUDIT_ID_LENGTH - 33));
  return { id: `${head}~${digest}`, truncated: true };
}

const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function toWellFormed(text: string): string {
  return SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text;
}
