import { matchesPattern } from '../../../catalog';

const TIERS = ['production', 'staging', 'development'] as const;

/** How much an environment matters. */
export type EnvironmentTier = (typeof TIERS)[number];

/** Clusters of one tier. */
export interface EnvironmentRule {
  /** Names; `*` matches any run of characters. */
  clusters: readonly string[];
  tier: EnvironmentTier;
}

/** Whether a text is a tier. */
export function isEnvironmentTier(text: string): text is EnvironmentTier {
  return TIERS.some(tier => tier === text);
}

/** The tier of a cluster: that of the first rule that names it, production when none does. */
export function tierOf(
  cluster: string,
  rules: readonly EnvironmentRule[],
): EnvironmentTier {
  return (
    rules.find(({ clusters }) =>
      clusters.some(pattern => matchesPattern(pattern, cluster)),
    )?.tier ?? 'production'
  );
}
