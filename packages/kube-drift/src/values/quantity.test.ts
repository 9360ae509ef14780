import fc from 'fast-check';
import { parseQuantity, quantityToDecimal, sameQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['1000m', '1'],
    ['0.2', '200m'],
    ['1024Mi', '1Gi'],
    ['1.25G', '1250M'],
    ['12e6', '12M'],
    [2, '2'],
    ['.5', '500m'],
    ['1E', '1e18'],
  ])('reads %s as the same as %s', (left, right) => {
    expect(sameQuantity(left, right)).toBe(true);
  });

  it('rounds what is below a nano unit away from zero', () => {
    expect(parseQuantity('0.1n')).toBe(1n);
    expect(parseQuantity('-0.1n')).toBe(-1n);
  });

  it.each(['', ' 1', '1 ', '1i', '0.1mi', '1.1.M', 'aoeu', '.', '1e'])(
    'refuses %j',
    text => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  it('tells nothing of two texts that are no quantities', () => {
    expect(sameQuantity('a', 'a')).toBeUndefined();
  });

  it('refuses what would only burn time', () => {
    expect(parseQuantity('1e999999999')).toBeUndefined();
    expect(parseQuantity('9'.repeat(10_000))).toBeUndefined();
  });

  it('keeps every integer exact', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 62n }), value => {
        const nano = parseQuantity(value);
        expect(nano !== undefined && quantityToDecimal(nano)).toBe(
          value.toString(),
        );
      }),
    );
  });
});
