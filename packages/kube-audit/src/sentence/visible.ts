/** Controls, bidirectional overrides and invisible marks could forge a line. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Shows characters that would be acted on or unseen as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(HIDDEN, c => `\\u{${c.codePointAt(0)?.toString(16)}}`);
}
