import {
  defaultRuleSet,
  loadRuleSet,
  type Rule,
  type RuleSet,
} from '@plumbline/kube-audit';

/** A rule file. */
export interface RuleText {
  yaml: string;
  /** What error messages call it. */
  source: string;
}

/**
 * The built-in pack with an operator's rules: one with a known id replaces it where it stands, others come first, so
 * that the more specific rule takes the act.
 *
 * @throws InvalidRuleSetError of kube-audit, naming source, line, rule and key
 */
export function loadFrictionRules(texts: RuleText[]): RuleSet {
  return texts
    .map(({ yaml, source }) => loadRuleSet(yaml, source))
    .reduce(merge, defaultRuleSet);
}

function merge(base: RuleSet, added: RuleSet): RuleSet {
  const replaced = new Map(added.rules.map(rule => [rule.id, rule]));
  const known = new Set(base.rules.map(({ id }) => id));
  const rules: Rule[] = [
    ...added.rules.filter(({ id }) => !known.has(id)),
    ...base.rules.map(rule => replaced.get(rule.id) ?? rule),
  ];
  return {
    name: `${base.name} + ${added.name}`,
    ignoreNamespaces: [
      ...new Set([...base.ignoreNamespaces, ...added.ignoreNamespaces]),
    ],
    rules,
  };
}
