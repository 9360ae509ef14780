const MAX_SHOWN = 160;

/** A short plain value; nothing for what no sentence can hold. */
export function shownValue(value: unknown): string | undefined {
  const plain =
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean';
  return plain && value !== '' && String(value).length <= MAX_SHOWN
    ? String(value)
    : undefined;
}

/** ` from 3 to 5`, ` to 5`, or nothing, as far as the values can be shown. */
export function fromTo(before: unknown, after: unknown): string {
  const from = shownValue(before);
  const to = shownValue(after);
  if (to === undefined) {
    return '';
  }
  return from === undefined ? ` to ${to}` : ` from ${from} to ${to}`;
}

const MAX_LISTED = 3;

/** `a`, `a and b`, `a, b and 7 more`; each once. */
export function listed(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  const more = distinct.length - MAX_LISTED;
  const shown =
    more > 0 ? [...distinct.slice(0, MAX_LISTED), `${more} more`] : distinct;
  const last = shown.at(-1) ?? '';
  return shown.length > 1
    ? `${shown.slice(0, -1).join(', ')} and ${last}`
    : last;
}
