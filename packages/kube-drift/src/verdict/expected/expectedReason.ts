import { CONTROLLER_RULES } from './controllerRules';
import { DEFAULT_RULES } from './defaultRules';
import { ExpectedRule, ExpectedSubject } from './ExpectedRule';
import { IMAGE_RULES } from './imageRules';
import { RENDERING_RULES } from './renderingRules';
import { SCALING_RULES } from './scalingRules';
import { WEBHOOK_RULES } from './webhookRules';

const RULES: readonly ExpectedRule[] = [
  ...RENDERING_RULES,
  ...SCALING_RULES,
  ...CONTROLLER_RULES,
  ...DEFAULT_RULES,
  ...WEBHOOK_RULES,
  ...IMAGE_RULES,
];

/**
 * One built-in rule that turns a difference into an expected one. Its id
 * stands at the beginning of the reason of every finding that it excuses.
 *
 * @public
 */
export interface ExpectedRuleText {
  id: string;
  /** What it expects and under which condition. */
  about: string;
}

/** All built-in rules, in the order in which they are asked. @public */
export const expectedRules: readonly ExpectedRuleText[] = RULES.map(
  ({ id, about }) => ({ id, about }),
);

/** The first rule that expects the difference, with its reason. */
export function expectedReason(subject: ExpectedSubject): string | undefined {
  for (const rule of RULES) {
    const reason = rule.reason(subject);
    if (reason !== undefined) {
      return `${rule.id}: ${reason}`;
    }
  }
  return undefined;
}
