import type { IgnoreRule } from '@plumbline/backstage-plugin-plumbline-common';
import { toIso } from '../answers/toApi';
import type { IgnoreRuleRecord } from './IgnoreRuleRecord';

/** What is shown with a rule beside what it says. */
export interface RuleFacts {
  now: number;
  /** Findings that it hides, of entities that the reader may see. */
  hides: number;
  mayChange: boolean;
}

/** A rule as the HTTP API shows it. */
export function toApiRule(
  rule: IgnoreRuleRecord,
  { now, hides, mayChange }: RuleFacts,
): IgnoreRule {
  return {
    id: rule.id,
    name: rule.name,
    reason: rule.reason,
    entityRef: rule.entityRef,
    group: rule.group,
    kind: rule.kind,
    namespace: rule.namespace,
    objectName: rule.objectName,
    path: rule.path,
    jsonPointer: rule.jsonPointer,
    jq: rule.jq,
    manager: rule.manager,
    expiresAt: toIso(rule.expiresAt),
    active: rule.active,
    state: stateOf(rule, now),
    createdAt: toIso(rule.createdAt),
    createdBy: rule.createdBy,
    updatedAt: toIso(rule.updatedAt),
    updatedBy: rule.updatedBy,
    hides,
    mayChange,
  };
}

function stateOf(
  { active, expiresAt }: IgnoreRuleRecord,
  now: number,
): IgnoreRule['state'] {
  if (expiresAt !== undefined && expiresAt <= now) {
    return 'expired';
  }
  return active ? 'active' : 'paused';
}
