const NANOS: Record<string, bigint> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const WHOLE = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g;
const MAX_LENGTH = 100;

/**
 * Reads a Go duration such as `8760h` or `1h30m`.
 *
 * @returns nanoseconds, or `undefined` when the text is no duration
 * @public
 */
export function parseDuration(text: string): bigint | undefined {
  if (text === '0') {
    return 0n;
  }
  if (text.length > MAX_LENGTH || !WHOLE.test(text)) {
    return undefined;
  }
  let total = 0n;
  for (const [, whole, fraction = '', unit] of text.matchAll(PART)) {
    const scale = 10n ** BigInt(fraction.length);
    total += (BigInt(`${whole}${fraction}` || '0') * NANOS[unit]) / scale;
  }
  return text.startsWith('-') ? -total : total;
}
