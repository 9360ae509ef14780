import type { Rule, RuleConditions, RuleSet } from './RuleSet';

/** A rule as it is written: everything with a default may be left out. */
export type RuleSource = Omit<
  Rule,
  'enabled' | 'needs' | 'claims' | 'act' | 'replaces' | 'match' | 'escalate'
> &
  Partial<
    Pick<Rule, 'enabled' | 'needs' | 'claims' | 'act' | 'replaces' | 'escalate'>
  > & {
    match: RuleConditions | RuleConditions[];
  };

/** A rule file as it is written. */
export interface RuleSetSource {
  name?: string;
  ignoreNamespaces?: string[];
  rules: RuleSource[];
}

/** Fills in what the schema documents as defaults. */
export function toRuleSet(parsed: RuleSetSource, source: string): RuleSet {
  return {
    name: parsed.name ?? source,
    ignoreNamespaces: parsed.ignoreNamespaces ?? [],
    rules: parsed.rules.map(rule => ({
      enabled: true,
      needs: 'Metadata',
      claims: 'act',
      act: 'request',
      replaces: [],
      escalate: [],
      ...rule,
      match: Array.isArray(rule.match) ? rule.match : [rule.match],
    })),
  };
}
