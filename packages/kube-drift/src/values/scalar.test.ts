import { parseDuration } from './duration';
import { sameScalar, ScalarType } from './scalar';

describe('sameScalar', () => {
  it.each<[ScalarType, string | number, string | number, boolean]>([
    ['int-or-string', 80, '80', true],
    ['int-or-string', 80, 'http', false],
    ['integer', 80, '80', false],
    ['quantity', '1000m', 1, true],
    ['quantity', 'x', 'x', true],
    ['quantity', 'x', 'y', false],
    ['duration', '8760h', '8760h0m0s', true],
    ['duration', '1h', '61m', false],
    ['time', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', true],
    ['bytes', 'YWJj\nZA==', 'YWJjZA', true],
    ['bytes', 'YWJj', 'YWJk', false],
    ['string', '1000m', '1', false],
  ])('%s: %s and %s', (type, left, right, same) => {
    expect(sameScalar(left, right, type)).toBe(same);
  });

  it('takes a list for no scalar', () => {
    expect(sameScalar('a', ['a'], 'any')).toBe(false);
  });
});

describe('parseDuration', () => {
  it('adds up its parts', () => {
    expect(parseDuration('1h30m')).toBe(5_400_000_000_000n);
    expect(parseDuration('-1.5s')).toBe(-1_500_000_000n);
    expect(parseDuration('0')).toBe(0n);
  });

  it.each(['', '1', '1x', 'h', '1h 2m'])('refuses %j', text => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
