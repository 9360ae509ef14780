import { createMarker } from '../path/elements';
import { compileIgnoreRule } from './compileIgnoreRule';
import { IgnoreRule, InvalidIgnoreRuleError } from './ignoreRule';

/**
 * Says what is wrong with a rule, without asking it.
 *
 * @returns `undefined` when it can be understood
 * @public
 */
export function checkIgnoreRule(
  rule: IgnoreRule,
): InvalidIgnoreRuleError | undefined {
  try {
    compileIgnoreRule(rule, createMarker());
    return undefined;
  } catch (error) {
    if (error instanceof InvalidIgnoreRuleError) {
      return error;
    }
    throw error;
  }
}
