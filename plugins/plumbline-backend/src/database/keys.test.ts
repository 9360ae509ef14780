import fc from 'fast-check';
import { boundText } from './boundText';
import { decodeCursor, encodeCursor, pageOf } from './keysetCursor';
import { sortableId } from './sortableId';

describe('sortableId', () => {
  it('sorts by time and never repeats', () => {
    const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [first, second] = [sortableId(a), sortableId(b)];
        expect(first).toMatch(/^[0-9a-z]{26}$/);
        expect(first).not.toBe(second);
        expect(Math.sign(a - b) * (first < second ? -1 : 1)).not.toBe(-1);
      }),
    );
    expect(sortableId(-5).startsWith('0000000000')).toBe(true);
    expect(sortableId(1e300).startsWith('zzzzzzzzzz')).toBe(true);
  });
});

describe('boundText', () => {
  it('keeps what fits and keeps long texts apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
        const bound = boundText(text, 253);
        expect(Buffer.byteLength(bound)).toBeLessThanOrEqual(253);
        expect(Buffer.from(bound).toString()).toBe(bound);
        expect(bound === text).toBe(Buffer.byteLength(text) <= 253);
      }),
    );
    const long = 'x'.repeat(1000);
    expect(boundText(`${long}a`, 253)).not.toBe(boundText(`${long}b`, 253));
  });
});

/** Whatever is no cursor is the caller's mistake, never ours. */
function nameOfErrorFor(text: string): string {
  try {
    decodeCursor(text, ['number', 'string']);
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
}

describe('keyset cursors', () => {
  it('come back as they were', () => {
    const position = fc.tuple(fc.integer(), fc.string());
    fc.assert(
      fc.property(position, value => {
        const cursor = encodeCursor(value);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, ['number', 'string'])).toEqual(value);
      }),
    );
    expect(decodeCursor(undefined, ['number'])).toBeUndefined();
  });

  it('are refused when they are none, whatever they are', () => {
    const others = ['e30', 'W10', 'bnVsbA', '%', encodeCursor(['a', 1])];
    for (const cursor of others) {
      expect(() => decodeCursor(cursor, ['number', 'string'])).toThrow(
        'The cursor is not one of this list',
      );
    }
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), text => {
        expect(nameOfErrorFor(text)).toBe('InputError');
      }),
    );
  });

  it('are given only when there is more', () => {
    expect(pageOf([1, 2], 2, row => [row])).toEqual({ rows: [1, 2] });
    expect(pageOf([1, 2, 3], 2, row => [row])).toEqual({
      rows: [1, 2],
      nextCursor: encodeCursor([2]),
    });
  });
});
