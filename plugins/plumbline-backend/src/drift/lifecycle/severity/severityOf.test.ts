import type { Severity } from '@plumbline/backstage-plugin-plumbline-common';
import {
  tierOf,
  type EnvironmentRule,
  type EnvironmentTier,
} from './EnvironmentTier';
import type { SeverityInput } from './SeverityInput';
import { maxSeverity, severityOf } from './severityOf';

const input = (change: Partial<SeverityInput>): SeverityInput => ({
  kind: 'Deployment',
  path: 'spec.replicas',
  type: 'changed',
  direction: 'live-changed',
  isUsed: true,
  isSelected: false,
  ...change,
});

const PRIVILEGED = {
  path: 'spec.template.spec.containers[name=api].securityContext.privileged',
};
const REPLICAS = { path: 'spec.replicas', desired: 3, live: 5 };
const NOTE = { path: 'metadata.annotations.note' };

describe('severityOf', () => {
  it.each<[Partial<SeverityInput>, EnvironmentTier, Severity]>([
    [PRIVILEGED, 'production', 'critical'],
    [PRIVILEGED, 'staging', 'critical'],
    [PRIVILEGED, 'development', 'high'],
    [{ ...PRIVILEGED, direction: 'git-ahead' }, 'production', 'high'],
    [{ ...PRIVILEGED, direction: 'git-ahead' }, 'development', 'medium'],
    [{ ...PRIVILEGED, direction: 'both' }, 'production', 'critical'],
    [{ ...PRIVILEGED, direction: 'unknown' }, 'production', 'critical'],
    [REPLICAS, 'production', 'medium'],
    [REPLICAS, 'development', 'low'],
    [{ ...REPLICAS, direction: 'git-ahead' }, 'development', 'low'],
    [NOTE, 'production', 'low'],
    [NOTE, 'development', 'low'],
  ])('of %j in %s is %s', (change, tier, severity) => {
    expect(severityOf(input(change), tier)).toBe(severity);
  });
});

describe('tierOf', () => {
  const rules: EnvironmentRule[] = [
    { clusters: ['prod-eu-canary'], tier: 'staging' },
    { clusters: ['prod-*', 'edge'], tier: 'production' },
    { clusters: ['dev-*'], tier: 'development' },
  ];

  it.each<[string, EnvironmentTier]>([
    ['prod-eu', 'production'],
    ['prod-eu-canary', 'staging'],
    ['dev-jane', 'development'],
    ['edge', 'production'],
    // Nobody said, so that it counts as what hurts most.
    ['edge-2', 'production'],
  ])('of %s is %s: the first that names it', (cluster, tier) => {
    expect(tierOf(cluster, rules)).toBe(tier);
  });
});

describe('maxSeverity', () => {
  it('is that of the most severe', () => {
    expect(maxSeverity(['low', 'critical', 'high'])).toBe('critical');
    expect(maxSeverity(['medium', 'low'])).toBe('medium');
    expect(maxSeverity([])).toBe('low');
  });
});
