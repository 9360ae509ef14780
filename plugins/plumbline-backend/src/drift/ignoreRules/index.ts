export { createIgnoreRules, type IgnoreRulesPart } from './createIgnoreRules';
export { DatabaseIgnoreRuleStore } from './DatabaseIgnoreRuleStore';
export type { IgnoreRuleStore } from './IgnoreRuleStore';
export { RulesOfTarget } from './RulesOfTarget';
