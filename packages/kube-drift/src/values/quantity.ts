/**
 * Kubernetes quantities (`resource.Quantity`), exact: the value is kept as an
 * integer number of nano units, rounded up (away from zero) as the API server
 * does.
 */

const NANO = 1_000_000_000n;
const PATTERN =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d+)|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?$/;

const BINARY: Record<string, bigint> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};

const DECIMAL_EXPONENT: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** No quantity in use has more digits; beyond it we would only burn time. */
const MAX_LENGTH = 100;
const MAX_EXPONENT = 400;

/**
 * Reads a quantity.
 *
 * @returns its value in nano units, or `undefined` when the input is none
 * @public
 */
export function parseQuantity(
  input: string | number | bigint,
): bigint | undefined {
  const text = typeof input === 'string' ? input : String(input);
  if (text.length === 0 || text.length > MAX_LENGTH) {
    return undefined;
  }
  const match = PATTERN.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = '', exponentText, suffix] = match;
  if (whole.length === 0 && fraction.length === 0) {
    return undefined;
  }
  let exponent = exponentText ? Number(exponentText.slice(1)) : 0;
  if (Math.abs(exponent) > MAX_EXPONENT) {
    return undefined;
  }
  let digits = BigInt(`${whole}${fraction}`);
  if (suffix) {
    const factor = BINARY[suffix];
    if (factor) {
      digits *= factor;
    } else {
      exponent += DECIMAL_EXPONENT[suffix];
    }
  }
  const nano = scaleUp(digits, exponent - fraction.length + 9);
  return sign === '-' ? -nano : nano;
}

/** digits × 10^exponent, rounded away from zero. */
function scaleUp(digits: bigint, exponent: number): bigint {
  if (exponent >= 0) {
    return digits * 10n ** BigInt(exponent);
  }
  const divisor = 10n ** BigInt(-exponent);
  return (digits + divisor - 1n) / divisor;
}

/**
 * Whether two quantities mean the same. `undefined` when either is no
 * quantity: the caller then compares them as plain strings.
 *
 * @public
 */
export function sameQuantity(
  left: string | number | bigint,
  right: string | number | bigint,
): boolean | undefined {
  const a = parseQuantity(left);
  const b = parseQuantity(right);
  return a === undefined || b === undefined ? undefined : a === b;
}

/** The exact decimal value, for messages: `100m` → `0.1`. */
export function quantityToDecimal(nano: bigint): string {
  const sign = nano < 0n ? '-' : '';
  const magnitude = nano < 0n ? -nano : nano;
  const fraction = (magnitude % NANO)
    .toString()
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${sign}${magnitude / NANO}${fraction ? `.${fraction}` : ''}`;
}
