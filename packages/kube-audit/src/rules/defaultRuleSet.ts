import { load } from 'js-yaml';
import type { RuleSet } from './RuleSet';
import { CLASSIC_PACK, PLUMBLINE_PACK } from './ruleTexts.generated';
import { toRuleSet, type RuleSetSource } from './toRuleSet';

/**
 * The built-in pack: what `explain` and the friction score use unless told
 * otherwise. It covers the 16 conditions of {@link classicRuleSet}; each rule's
 * `replaces` says which.
 * @public
 */
export const defaultRuleSet: RuleSet = builtIn(PLUMBLINE_PACK, 'plumbline');

/**
 * The 16 classic rules by their ids, for who wants to go on counting by them.
 * @public
 */
export const classicRuleSet: RuleSet = builtIn(CLASSIC_PACK, 'classic');

/** Our own packs are checked by a test, not at every start. */
function builtIn(text: string, name: string): RuleSet {
  return toRuleSet(load(text) as RuleSetSource, name);
}
