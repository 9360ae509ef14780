import { createMarker } from '../path/elements';
import { CompiledIgnoreRule, compileIgnoreRule } from './compileIgnoreRule';
import { IgnoreRule } from './ignoreRule';
import { compareIgnoreRules } from './ignoreOrder';
import { IgnoreSubject } from './ignoreSubject';

/**
 * The rule that hides a finding, as it was when the finding was judged.
 *
 * @public
 */
export interface FindingSuppression {
  ruleId?: string;
  /** The rule's title. */
  name?: string;
  /** The rule in words. */
  text: string;
  reason?: string;
}

/**
 * Ignore rules, ready to be asked, in the order of {@link orderIgnoreRules}.
 *
 * @public
 */
export class IgnoreRules {
  readonly #rules: CompiledIgnoreRule[];

  /**
   * @param options - `now`: ISO 8601, rules that have expired by then are left
   * out, and without it none has; `subjectKey`: the key under which the
   * subjects were described
   * @throws InvalidIgnoreRuleError naming the first rule that cannot be
   * understood
   */
  constructor(
    rules: readonly IgnoreRule[],
    options: { now?: string; subjectKey?: string | Uint8Array } = {},
  ) {
    const mark = createMarker(options.subjectKey);
    this.#rules = rules
      .map(rule => compileIgnoreRule(rule, mark))
      .filter(({ rule }) => !isExpired(rule, options.now))
      .sort((a, b) => compareIgnoreRules(a.rule, b.rule));
  }

  get isEmpty(): boolean {
    return this.#rules.length === 0;
  }

  /** The first rule that covers the finding; `undefined` when none does. */
  find(subject: IgnoreSubject): FindingSuppression | undefined {
    const found = this.#rules.find(rule => rule.covers(subject));
    if (!found) {
      return undefined;
    }
    const { id, title, reason } = found.rule;
    return {
      ...(id !== undefined && { ruleId: id }),
      ...(title !== undefined && { name: title }),
      text: found.text,
      ...(reason !== undefined && { reason }),
    };
  }
}

function isExpired({ expires }: IgnoreRule, now: string | undefined): boolean {
  return (
    expires !== undefined &&
    now !== undefined &&
    Date.parse(expires) <= Date.parse(now)
  );
}
