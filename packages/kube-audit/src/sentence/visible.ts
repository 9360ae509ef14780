/** Controls, bidirectional overrides and invisible marks could forge a line. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Shows characters that would be acted on or unseen as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(HIDDEN, c => `\\u{${c.charCodeAt(0).toString(16)}}`);
}
