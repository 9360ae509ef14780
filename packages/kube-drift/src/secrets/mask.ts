import { createHmac } from 'node:crypto';
import { isMap, JsonMap, JsonValue, own, setOwn } from '../values/json';
import { Masker } from './sensitive';

/**
 * What is told of a value that must not be shown.
 *
 * @public
 */
export interface MaskedValue {
  masked: true;
  /** Characters of the text as it stands in the object. */
  length: number;
  /**
   * Keyed fingerprint (HMAC-SHA-256, 16 bytes, hex), when a key was given:
   * equal values have equal fingerprints, and without the key nobody can try
   * short values until one fits.
   */
  fingerprint?: string;
}

/** @param key - the installation's own key; without one there is no fingerprint */
export function createMasker(key?: string | Uint8Array): Masker {
  return value => {
    const text = typeof value === 'string' ? value : String(value);
    return {
      masked: true,
      length: text.length,
      ...(key !== undefined && {
        fingerprint: createHmac('sha256', key)
          .update(text)
          .digest('hex')
          .slice(0, 32),
      }),
    };
  };
}

const UNCHANGED = '***';
const BEFORE = '*** (before)';
const AFTER = '*** (after)';

/**
 * Both sides of a Secret with every value hidden, for a textual diff: equal
 * values read `***`, changed ones `*** (before)` and `*** (after)`; added and
 * removed keys stay visible.
 *
 * @public
 */
export function maskSecretPair(
  live: JsonMap | null,
  desired: JsonMap | null,
): { live: JsonMap | null; desired: JsonMap | null } {
  const before = live && own(live, 'data');
  const after = desired && own(desired, 'data');
  const hide = (
    object: JsonMap | null,
    other: JsonValue | null | undefined,
    changed: string,
  ): JsonMap | null => {
    const data = object && own(object, 'data');
    if (!object || !isMap(data)) {
      return object;
    }
    const masked: JsonMap = {};
    for (const name of Object.keys(data)) {
      const counterpart = own(other, name);
      const same = counterpart === undefined || counterpart === data[name];
      setOwn(masked, name, same ? UNCHANGED : changed);
    }
    return { ...object, data: masked };
  };
  return {
    live: hide(live, after, BEFORE),
    desired: hide(desired, before, AFTER),
  };
}
