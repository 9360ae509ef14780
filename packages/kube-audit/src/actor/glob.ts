/**
 * Compiles globs (`*` any text, `?` one character) to one test. Matching is
 * linear: the pattern becomes literal parts, never a regular expression that
 * could backtrack on a hostile name.
 */
export function globMatcher(
  patterns: readonly string[],
): (text: string) => boolean {
  const exact = new Set(patterns.filter(p => !/[*?]/.test(p)));
  const wild = patterns.filter(p => /[*?]/.test(p));
  return text => exact.has(text) || wild.some(p => matchesGlob(p, text));
}

/** Greedy two-pointer glob match; on a mismatch only the last `*` moves on. */
export function matchesGlob(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (
      p < pattern.length &&
      (pattern[p] === '?' || pattern[p] === text[t])
    ) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') {
    p++;
  }
  return p === pattern.length;
}
