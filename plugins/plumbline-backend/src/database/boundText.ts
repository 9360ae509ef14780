import { createHash } from 'node:crypto';

/**
 * Text that fits an indexed column: whoever sends requests chooses names of any length. What is cut ends with a digest
 * of the whole, so that two long texts stay different.
 *
 * @param maxBytes - of UTF-8, at least 64
 */
export function boundText(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes || Buffer.byteLength(text) <= maxBytes) {
    return text;
  }
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
  const head = Buffer.from(text).subarray(0, maxBytes - 36);
  // A character cut in its middle decodes to U+FFFD, which is as long as three bytes.
  return `${head.toString('utf8').replace(/\ufffd+$/, '')}~${digest}`;
}
