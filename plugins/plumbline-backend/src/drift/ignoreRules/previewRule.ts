import { IgnoreRules, type IgnoreRule } from '@plumbline/kube-drift';
import type { RuleCandidate } from './IgnoreRuleStore';

/** What a rule would do to the differences known now. */
export interface RulePreview {
  /** Those that no other rule hides. */
  hides: RuleCandidate[];
  /** Those that it covers and another rule hides anyway. */
  shadowed: number;
  /** Those of which it cannot be told. */
  unknown: number;
}

/** What a preview depends on. */
export interface PreviewContext {
  /** All other rules in force for an entity, in any order. */
  othersOf(entityRef: string): readonly IgnoreRule[];
  /** Key under which the subjects were described. */
  subjectKey: string;
}

/**
 * Says which differences a look would hide by the rule, were it saved: the same rules are asked of the same facts as in a
 * run.
 */
export function previewRule(
  rule: IgnoreRule,
  candidates: readonly RuleCandidate[],
  { othersOf, subjectKey }: PreviewContext,
): RulePreview {
  const own = new IgnoreRules([rule], { subjectKey });
  const others = new Map<string, IgnoreRules>();
  const preview: RulePreview = { hides: [], shadowed: 0, unknown: 0 };
  for (const candidate of candidates) {
    const { entityRef, subject } = candidate;
    if (!subject) {
      preview.unknown += 1;
    } else if (own.find(subject)) {
      const known =
        others.get(entityRef) ??
        new IgnoreRules(othersOf(entityRef), { subjectKey });
      others.set(entityRef, known);
      if (isHiddenByController(candidate) || known.find(subject)) {
        preview.shadowed += 1;
      } else {
        preview.hides.push(candidate);
      }
    }
  }
  return preview;
}

/** A rule that no person saved was taken over from the GitOps controller, and is not among the others. */
function isHiddenByController({ hiddenBy }: RuleCandidate): boolean {
  return hiddenBy !== undefined && hiddenBy.ruleId === undefined;
}
