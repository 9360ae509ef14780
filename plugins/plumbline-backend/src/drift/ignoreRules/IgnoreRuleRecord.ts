import type { IgnoreRule } from '@plumbline/kube-drift';

/** What a person says of a rule. Parts left out match everything. Times are milliseconds since the epoch. */
export interface IgnoreRuleDraft {
  name: string;
  reason: string;
  /** Absent: the rule is of the whole portal. */
  entityRef?: string;
  /** `''` is the core group. */
  group?: string;
  kind?: string;
  namespace?: string;
  objectName?: string;
  path?: string;
  jsonPointer?: string;
  jq?: string;
  manager?: string;
  /** From then on it hides nothing. */
  expiresAt?: number;
  active: boolean;
}

/** A saved rule. */
export interface IgnoreRuleRecord extends IgnoreRuleDraft {
  id: string;
  createdAt: number;
  /** User entity ref. */
  createdBy: string;
  updatedAt?: number;
  updatedBy?: string;
}

/** The rule as the comparison knows it. A draft that is not saved yet counts as made at the given time. */
export function toComparisonRule(
  rule: IgnoreRuleDraft & Partial<IgnoreRuleRecord>,
  now: number,
): IgnoreRule {
  const { id, name, reason, entityRef, objectName, expiresAt } = rule;
  const { group, kind, namespace, path, jsonPointer, jq, manager } = rule;
  return {
    id,
    title: name,
    reason,
    scope: entityRef === undefined ? 'workspace' : 'application',
    createdAt: new Date(rule.createdAt ?? now).toISOString(),
    expires:
      expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
    group,
    kind,
    namespace,
    name: objectName,
    path,
    jsonPointer,
    jq,
    manager,
  };
}

/** Whether it hides anything at that time. */
export function isInForce(
  { active, expiresAt }: IgnoreRuleDraft,
  now: number,
): boolean {
  return active && (expiresAt === undefined || expiresAt > now);
}
