import { CRITICAL_CASES } from './__testUtils__/criticalCases';
import { API } from './__testUtils__/ImpactCases';
import { OTHER_CASES } from './__testUtils__/otherCases';
import { IMPACT_RULES } from './impactRules';
import type { SeverityInput } from './SeverityInput';

type Change = Partial<SeverityInput>;

const input = (change: Change): SeverityInput => ({
  kind: 'Deployment',
  path: 'spec.paused',
  type: 'changed',
  direction: 'live-changed',
  isUsed: false,
  isSelected: false,
  ...change,
});

const CASES = { ...CRITICAL_CASES, ...OTHER_CASES };

const firstRule = (change: Change) =>
  IMPACT_RULES.find(rule => rule.applies(input(change)))?.name;

describe('impact rules', () => {
  it('have each a case', () => {
    expect(Object.keys(CASES)).toEqual(IMPACT_RULES.map(({ name }) => name));
  });

  it('fall from critical over high to low', () => {
    expect([...new Set(IMPACT_RULES.map(({ severity }) => severity))]).toEqual([
      'critical',
      'high',
      'low',
    ]);
  });

  describe.each(Object.entries(CASES))('%s', (name, { applies, not }) => {
    it.each(applies)('applies to %j', change => {
      expect(firstRule(change)).toBe(name);
    });

    it.each(not)('is no reason at %j', change => {
      expect(firstRule(change)).not.toBe(name);
    });
  });

  it.each<Change>([
    { path: 'spec.replicas', desired: 3, live: 5 },
    { kind: 'Service', path: 'spec.ports[port=80].targetPort' },
    { path: `${API}.resources.limits.cpu`, desired: '1', live: '2' },
    { kind: 'ConfigMap', path: 'data.UNUSED' },
  ])('leave %j at medium', change => {
    expect(firstRule(change)).toBeUndefined();
  });
});
