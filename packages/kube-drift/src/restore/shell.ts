/** A word for a POSIX shell. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_/.:=@%+,-]+$/.test(text)
    ? text
    : `'${text.replace(/'/g, `'\\''`)}'`;
}

export function shellLine(...words: (string | undefined)[]): string {
  return words
    .filter(word => word !== undefined)
    .map(shellWord)
    .join(' ');
}
