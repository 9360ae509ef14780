import { createHash, createHmac } from 'node:crypto';

/** A value of a finding as it is stored and shown, with a digest to tell it from another one. */
export interface StoredValue {
  value: unknown;
  digest: string;
}

/**
 * Makes the values of one finding fit for rows and answers: of masked ones only whether they differ and how long they
 * are. Their fingerprints would let a reader compare secrets, so they go no further than into the digest.
 */
export function toStoredValues(
  { desired, live }: { desired?: unknown; live?: unknown },
  key: string,
): { desired: StoredValue; live: StoredValue } {
  const isChanged = keyedDigest(desired, key) !== keyedDigest(live, key);
  return {
    desired: {
      value: withoutFingerprints(desired, isChanged),
      digest: keyedDigest(desired, key),
    },
    live: {
      value: withoutFingerprints(live, isChanged),
      digest: keyedDigest(live, key),
    },
  };
}

/** Digest of a value under the installation's key: short secrets cannot be found by trying. */
export function keyedDigest(value: unknown, key: string): string {
  return createHmac('sha256', key).update(canonical(value)).digest('hex');
}

/** Identity of something by its parts; the parts are no secrets. */
export function identityDigest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function withoutFingerprints(value: unknown, changed: boolean): unknown {
  if (Array.isArray(value)) {
    return value.map(item => withoutFingerprints(item, changed));
  }
  if (typeof value === 'bigint') {
    return value.toString();
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (isMasked(value)) {
    return { masked: true, changed, length: value.length };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      withoutFingerprints(item, changed),
    ]),
  );
}

function isMasked(value: object): value is { masked: true; length: number } {
  return (
    'masked' in value &&
    value.masked === true &&
    'length' in value &&
    Object.keys(value).every(name =>
      ['masked', 'length', 'fingerprint'].includes(name),
    )
  );
}

function canonical(value: unknown): string {
  return value === undefined
    ? ''
    : JSON.stringify(value, (_, item) => {
        if (typeof item === 'bigint') {
          return `${item}n`;
        }
        return typeof item === 'object' && item !== null && !Array.isArray(item)
          ? Object.fromEntries(
              Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)),
            )
          : item;
      });
}
