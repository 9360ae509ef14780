/**
 * Splits a command line at spaces, as a shell does with plain words and simple quotes.
 *
 * @internal
 */
export function splitCommandLine(line: string): string[] {
  const words = line.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  return words.map(word => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
