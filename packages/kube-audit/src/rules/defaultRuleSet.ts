import type { RuleSet } from './RuleSet';

/** @public */
export const defaultRuleSet: RuleSet = { name: 'plumbline', rules: [] };
