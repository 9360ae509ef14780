import type { Recommendation } from '@plumbline/backstage-plugin-plumbline-common';
import type { RecommendationInput } from './RecommendationInput';
import { restoreCommand } from './restoreCommand';
import { RULES } from './rules';

/**
 * What to do about an incident, as of now: the first row of the table that applies. Nothing is ever executed.
 *
 * @returns undefined when its findings are not known any more, or when it is over and no rule hides it
 */
export function recommend(
  input: RecommendationInput,
): Recommendation | undefined {
  const { incident, findings } = input;
  if (findings.length === 0) {
    return undefined;
  }
  if (
    incident.state === 'resolved' &&
    findings.some(({ verdict, closedAt }) => verdict === 'drift' || closedAt)
  ) {
    return undefined;
  }
  const row = RULES.find(rule => rule.applies(input));
  if (!row) {
    return undefined;
  }
  const { restores, ...recommendation } = row.recommend(input);
  return {
    ...recommendation,
    rule: row.rule,
    command: restores ? restoreCommand(findings) : undefined,
  };
}
