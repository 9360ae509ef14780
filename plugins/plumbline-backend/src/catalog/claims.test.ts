import fc from 'fast-check';
import { isClaimable } from './claims';

describe('isClaimable', () => {
  it.each([
    [['payments'], 'payments', true],
    [['payments'], 'payments-2', false],
    [['team-a-*'], 'team-a-x', true],
    [['team-a-*'], 'team-a', false],
    [['*-prod'], 'a-prod', true],
    [['a*a'], 'a', false],
    [['a*b*c'], 'axxbyyc', true],
    [['a*bc*c'], 'abc', false],
    [['*'], 'kube-system', true],
    [[], 'payments', false],
    [['*'], undefined, false],
    [['<cluster-scoped>'], undefined, true],
    [['<cluster-scoped>'], '<cluster-scoped>', false],
  ])('%j allows %s: %s', (patterns, namespace, allowed) => {
    expect(isClaimable(patterns, namespace)).toBe(allowed);
  });

  it('matches as the regular expression of the same meaning does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    const pattern = fc.string({
      unit: fc.constantFrom('a', 'b', '*'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pattern, text, (glob, name) => {
        const expression = new RegExp(`^${glob.replaceAll('*', '.*')}$`);
        expect(isClaimable([glob], name)).toBe(expression.test(name));
      }),
    );
  });
});
