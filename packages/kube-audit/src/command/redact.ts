/** Stands where a value must not be shown. */
export const REDACTED = '<redacted>';

/** Names whose values are usually credentials. */
export function isSensitiveName(name: string): boolean {
  return /pass(word|phrase|wd)?|secret|token|credential|(access|api|private)[-_]?key/i.test(
    name,
  );
}
