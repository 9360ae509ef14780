import { DiffOptions } from '../DiffOptions';
import {
  CompiledIgnoreRule,
  compileIgnoreRule,
  IgnoreRule,
  IgnoreSubject,
  specificity,
} from './ignoreRule';

/** The rules of one comparison, in the order in which they are asked. */
export class IgnoreRules {
  readonly #rules: CompiledIgnoreRule[];

  /** @throws InvalidIgnoreRuleError */
  constructor(options: DiffOptions) {
    this.#rules = rulesOf(options)
      .filter(rule => !isExpired(rule, options.now))
      .map(compileIgnoreRule)
      // The sort keeps the given order, oldest first, among equals.
      .sort((a, b) => specificity(b.rule) - specificity(a.rule));
  }

  /** The rule that hides a finding, as it was when captured. */
  reasonFor(subject: IgnoreSubject): string | undefined {
    return this.#rules.find(rule => rule.covers(subject))?.text;
  }
}

function rulesOf(options: DiffOptions): IgnoreRule[] {
  return [
    ...(options.ignoreRules ?? []),
    ...(options.ignore ?? []).map(path => ({ path })),
    ...(options.ignoreWildcard ?? []).map(path => ({ path })),
    ...(options.ignoreJsonPointers ?? []).map(jsonPointer => ({ jsonPointer })),
    ...(options.ignoreJq ?? []).map(jq => ({ jq })),
    ...(options.ignoreRegex ?? []).map(regex => ({ regex })),
    ...(options.ignoreManagers ?? []).map(manager => ({ manager })),
  ];
}

function isExpired(rule: IgnoreRule, now: string | undefined): boolean {
  return (
    rule.expires !== undefined &&
    now !== undefined &&
    Date.parse(rule.expires) <= Date.parse(now)
  );
}
