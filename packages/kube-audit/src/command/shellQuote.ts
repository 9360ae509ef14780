const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** Controls (but newline and tab), format characters, line separators. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Quotes one word for a POSIX shell. Characters that a terminal would act on
 * are written as escapes (`$'…'`, POSIX.1-2024), never raw.
 */
export function shellQuote(word: string): string {
  if (PLAIN.test(word)) {
    return word;
  }
  if (word.search(HIDDEN) >= 0) {
    const escaped = word
      .replace(/[\\']/g, c => `\\${c}`)
      .replace(/\n/g, '\\n')
      .replace(HIDDEN, escapeBytes);
    return `$'${escaped}'`;
  }
  return `'${word.replace(/'/g, `'\\''`)}'`;
}

/** As bytes with three octal digits: no digit that follows can run into it. */
function escapeBytes(c: string): string {
  return [...Buffer.from(c, 'utf8')]
    .map(byte => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}
