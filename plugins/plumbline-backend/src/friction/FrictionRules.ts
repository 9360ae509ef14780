import {
  POINTS_BY_SEVERITY,
  type Severity,
} from '@plumbline/backstage-plugin-plumbline-common';
import type { Rule, RuleMatch, RuleSet } from '@plumbline/kube-audit';
import { NEXT_STEPS } from './nextSteps';

/** What pages say of a rule. */
export interface RuleDescription {
  ruleId: string;
  title: string;
  severity: Severity;
  /** What would make the detour unnecessary. */
  nextStep?: string;
}

/**
 * Which rules score. Those about going round the platform and leaving Git behind do, and those that cover a classic
 * friction rule; others are findings of another kind.
 */
export class FrictionRules {
  readonly #scoring: ReadonlyMap<string, Rule>;

  constructor(rules: RuleSet) {
    this.#scoring = new Map(
      rules.rules.filter(scores).map(rule => [rule.id, rule]),
    );
  }

  /** Points of a match, before decay; undefined when it does not score. */
  pointsOf(match: Pick<RuleMatch, 'id' | 'severity'>): number | undefined {
    return this.#scoring.has(match.id) && match.severity !== 'info'
      ? POINTS_BY_SEVERITY[match.severity]
      : undefined;
  }

  /** What to call a rule, also one that is no longer in the set. */
  describe(ruleId: string): RuleDescription {
    const rule = this.#scoring.get(ruleId);
    return {
      ruleId,
      title: rule?.title ?? ruleId,
      severity: rule && rule.severity !== 'info' ? rule.severity : 'low',
      nextStep: NEXT_STEPS[ruleId],
    };
  }
}

function scores(rule: Rule): boolean {
  const isFriction = rule.category === 'friction' || rule.category === 'drift';
  return rule.enabled && (isFriction || rule.replaces.length > 0);
}
