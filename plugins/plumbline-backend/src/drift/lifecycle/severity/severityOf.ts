import type { Severity } from '@plumbline/backstage-plugin-plumbline-common';
import type { EnvironmentTier } from './EnvironmentTier';
import { IMPACT_RULES } from './impactRules';
import type { SeverityInput } from './SeverityInput';

const RANKS: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/**
 * How much a difference matters: what its path can do, one step less in development, and one step less while Git is
 * merely ahead, since what differs then is what everybody agreed to.
 */
export function severityOf(
  input: SeverityInput,
  tier: EnvironmentTier,
): Severity {
  const impact =
    IMPACT_RULES.find(rule => rule.applies(input))?.severity ?? 'medium';
  const steps =
    (tier === 'development' ? 1 : 0) +
    (input.direction === 'git-ahead' ? 1 : 0);
  return RANKS[Math.max(0, RANKS.indexOf(impact) - steps)];
}

/** The most severe; `low` of none. */
export function maxSeverity(severities: readonly Severity[]): Severity {
  return RANKS[Math.max(0, ...severities.map(item => RANKS.indexOf(item)))];
}
