import type { NormalizedEvent } from '../event/NormalizedEvent';
import {
  compileConditions,
  type CompiledConditions,
} from './compileConditions';
import type { Rule, RuleSet } from './RuleSet';
import type { Severity } from './RuleMatch';

/** A rule ready to run. */
export interface CompiledRule {
  rule: Rule;
  /** Place in the order of precedence. */
  index: number;
  conditions: CompiledConditions[];
  escalations: { severity: Severity; conditions: CompiledConditions }[];
}

/** Shapes kept at most; requests of odd resources must not grow it without end. */
const MAX_SHAPES = 4096;

/** The enabled rules of a set, indexed by the shape of a request. */
export class CompiledRuleSet {
  readonly #rules: CompiledRule[];
  readonly #byShape = new Map<string, CompiledRule[]>();

  constructor(ruleSet: RuleSet) {
    this.#rules = ruleSet.rules.flatMap((rule, index) =>
      rule.enabled ? [compileRule(rule, index, ruleSet)] : [],
    );
  }

  /** The rules that can match a request of this verb, resource and subresource. */
  candidates(e: NormalizedEvent): CompiledRule[] {
    const o = e.object;
    const shape = o
      ? `${e.verb} ${o.apiGroup}/${o.resource}/${o.subresource ?? ''}`
      : e.verb;
    let rules = this.#byShape.get(shape);
    if (!rules) {
      rules = this.#rules.filter(r => r.conditions.some(c => c.fitsShape(e)));
      if (this.#byShape.size >= MAX_SHAPES) {
        this.#byShape.clear();
      }
      this.#byShape.set(shape, rules);
    }
    return rules;
  }
}

const compiled = new WeakMap<RuleSet, CompiledRuleSet>();

/** Compiles a rule set once; a rule set is a value that does not change. */
export function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet {
  let result = compiled.get(ruleSet);
  if (!result) {
    result = new CompiledRuleSet(ruleSet);
    compiled.set(ruleSet, result);
  }
  return result;
}

function compileRule(
  rule: Rule,
  index: number,
  ruleSet: RuleSet,
): CompiledRule {
  return {
    rule,
    index,
    conditions: rule.match.map(c => compileConditions(c, ruleSet)),
    escalations: rule.escalate.map(({ severity, match }) => ({
      severity,
      // The rule itself has decided about the actor and the outcome.
      conditions: compileConditions(
        { actorClasses: ['any'], outcome: 'any', ...match },
        ruleSet,
      ),
    })),
  };
}
