import { FindingResult } from '../Comparison';
import { DiffOptions } from '../DiffOptions';
import { diffManifests } from '../diffManifests';
import { IgnoreRule } from './ignoreRule';

/**
 * A finding that a rule would hide.
 *
 * @public
 */
export interface HiddenFinding {
  ref: string;
  finding: FindingResult;
}

/**
 * What a rule would hide, before it is saved: findings that are drift now and
 * would be ignored with the rule.
 *
 * @throws InvalidIgnoreRuleError when the rule cannot be understood
 * @public
 */
export function previewIgnoreRule(
  rule: IgnoreRule,
  desired: string | readonly object[],
  live: string | readonly object[] | null,
  options: DiffOptions = {},
): HiddenFinding[] {
  const now = diffManifests(desired, live, options);
  const then = diffManifests(desired, live, {
    ...options,
    ignoreRules: [...(options.ignoreRules ?? []), rule],
  });
  return now.objects.flatMap((object, at) =>
    object.findings.flatMap((finding, index) =>
      finding.verdict === 'drift' &&
      then.objects[at].findings[index].verdict === 'ignored'
        ? [{ ref: object.ref, finding: then.objects[at].findings[index] }]
        : [],
    ),
  );
}
