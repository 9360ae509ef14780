import type { IgnoreRuleRecord } from '../ignoreRules/IgnoreRuleRecord';

/** A rule of a test: of the whole portal, for `spec.replicas`, unless it says otherwise. */
export function ruleOf(
  change: Partial<IgnoreRuleRecord> = {},
): IgnoreRuleRecord {
  return {
    id: 'rule',
    name: 'Scaled by hand',
    reason: 'Load test',
    path: 'spec.replicas',
    active: true,
    createdAt: 1_000_000,
    createdBy: 'user:default/omar',
    ...change,
  };
}
