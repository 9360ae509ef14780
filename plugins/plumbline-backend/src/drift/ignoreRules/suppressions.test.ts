import { findingOf } from '../__testUtils__/findings';
import { newSuppressions, suppressionAt } from './suppressions';

const RULE = { ruleId: 'one', name: 'n', text: 'text', reason: 'r' };
const hidden = (at: number, change = {}) =>
  findingOf({ verdict: 'ignored', suppression: { ...RULE, at, ...change } });
const seen = (change = {}) =>
  findingOf({
    verdict: 'ignored',
    suppression: { ...RULE, at: NaN, ...change },
  });

describe('suppressionAt', () => {
  it.each([
    ['a finding that is new', undefined, {}, 9],
    ['a finding that was drift', findingOf(), {}, 9],
    ['the same rule', hidden(5), {}, 5],
    ['a rule that reads otherwise', hidden(5), { text: 'other' }, 9],
    ['another rule', hidden(5), { ruleId: 'two' }, 9],
    ['a finding that comes back', { ...hidden(5), closedAt: 7 }, {}, 9],
  ])('of %s', (_, before, change, at) => {
    expect(suppressionAt(seen(change), before, 9)?.at).toBe(at);
  });

  it('is nothing for what no rule hides', () => {
    expect(suppressionAt(findingOf(), hidden(5), 9)).toBeUndefined();
  });
});

describe('newSuppressions', () => {
  it('records what became hidden at this look, as captured', () => {
    const entries = newSuppressions(
      [hidden(9), hidden(5), findingOf()],
      'component:default/payments-api',
      9,
      () => 'id',
    );
    expect(entries).toEqual([
      {
        id: 'id',
        entityRef: 'component:default/payments-api',
        fingerprint: hidden(9).fingerprint,
        ref: 'apps/v1/Deployment/payments/payments-api',
        path: 'spec.replicas',
        type: 'changed',
        severity: 'medium',
        suppression: { ...RULE, at: 9 },
      },
    ]);
  });
});
