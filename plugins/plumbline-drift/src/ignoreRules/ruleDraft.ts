import type {
  Finding,
  IgnoreRule,
  IgnoreRuleInput,
} from '@plumbline/backstage-plugin-plumbline-common';
import { type ExpiryChoice, expiryOf, expiryProblem } from './ruleExpiry';

/** In which notation a rule says which fields it means. @internal */
export const NOTATIONS = {
  path: 'Path',
  jsonPointer: 'JSON Pointer',
  jq: 'jq',
  none: 'All fields of a manager',
} as const;

/** @internal */
export type Notation = keyof typeof NOTATIONS;

/** A rule while somebody writes it. Empty texts stand for what is left out. @internal */
export interface RuleDraft {
  name: string;
  reason: string;
  /** Whether it is of one entity or of the whole portal. */
  scope: 'entity' | 'portal';
  entityRef: string;
  /** Undefined: of any group. */
  group: string | undefined;
  kind: string;
  namespace: string;
  objectName: string;
  notation: Notation;
  pattern: string;
  manager: string;
  expiry: ExpiryChoice;
  /** Day, for the expiry `date`. */
  expiryDate: string;
  /** ISO 8601, the end that the rule has already, for the expiry `kept`. */
  keptExpiry?: string;
  active: boolean;
}

/** @internal */
export const EMPTY_DRAFT: RuleDraft = {
  name: '',
  reason: '',
  // The narrow choice, and the one that needs the lesser permission.
  scope: 'entity',
  entityRef: '',
  group: undefined,
  kind: '',
  namespace: '',
  objectName: '',
  notation: 'path',
  pattern: '',
  manager: '',
  expiry: 'never',
  expiryDate: '',
  active: true,
};

/** A rule that would hide exactly one finding, to be widened. @internal */
export function draftOfFinding(finding: Finding, entityRef: string): RuleDraft {
  const { apiVersion, kind, namespace = '', name } = finding.object;
  return {
    ...EMPTY_DRAFT,
    name: `${kind}/${name} ${finding.path}`.slice(0, 120),
    scope: 'entity',
    entityRef,
    group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
    kind,
    namespace,
    objectName: name,
    pattern: finding.path,
  };
}

/** @internal */
export function draftOfRule(rule: IgnoreRule | IgnoreRuleInput): RuleDraft {
  const { jsonPointer, jq, path, manager } = rule;
  return {
    ...EMPTY_DRAFT,
    name: rule.name,
    reason: rule.reason,
    scope: rule.entityRef === undefined ? 'portal' : 'entity',
    entityRef: rule.entityRef ?? '',
    group: rule.group,
    kind: rule.kind ?? '',
    namespace: rule.namespace ?? '',
    objectName: rule.objectName ?? '',
    ...patternOf({ path, jsonPointer, jq }),
    manager: manager ?? '',
    expiry: rule.expiresAt === undefined ? 'never' : 'kept',
    keptExpiry: rule.expiresAt,
    active: rule.active ?? true,
  };
}

function patternOf(
  rule: Pick<IgnoreRuleInput, 'path' | 'jsonPointer' | 'jq'>,
): Pick<RuleDraft, 'notation' | 'pattern'> {
  for (const notation of ['path', 'jsonPointer', 'jq'] as const) {
    const pattern = rule[notation];
    if (pattern !== undefined) {
      return { notation, pattern };
    }
  }
  return { notation: 'none', pattern: '' };
}

/** @internal */
export function toRuleInput(draft: RuleDraft): IgnoreRuleInput {
  const { notation, expiry, expiryDate, keptExpiry } = draft;
  const filled = (text: string) => text.trim() || undefined;
  return {
    name: draft.name.trim(),
    reason: draft.reason.trim(),
    entityRef: draft.scope === 'entity' ? filled(draft.entityRef) : undefined,
    group: draft.group,
    kind: filled(draft.kind),
    namespace: filled(draft.namespace),
    objectName: filled(draft.objectName),
    ...(notation !== 'none' && { [notation]: filled(draft.pattern) }),
    manager: filled(draft.manager),
    expiresAt: expiry === 'kept' ? keptExpiry : expiryOf(expiry, expiryDate),
    active: draft.active,
  };
}

/** Which fields the backend would refuse, and why. @internal */
export function draftProblems(
  draft: RuleDraft,
): Partial<Record<keyof RuleDraft, string>> {
  const problems: Partial<Record<keyof RuleDraft, string>> = {};
  if (draft.name.trim() === '') {
    problems.name = 'A rule needs a name';
  }
  if (draft.reason.trim() === '') {
    problems.reason = 'Say why the difference is fine: others will ask';
  }
  if (draft.scope === 'entity' && draft.entityRef.trim() === '') {
    problems.entityRef = 'Name the service, e.g. component:default/cart';
  }
  if (draft.notation !== 'none' && draft.pattern.trim() === '') {
    problems.pattern = 'Say which fields';
  }
  if (draft.notation === 'none' && draft.manager.trim() === '') {
    problems.manager = 'Name the field manager';
  }
  const expiry = expiryProblem(draft.expiry, draft.expiryDate);
  if (expiry) {
    problems.expiryDate = expiry;
  }
  return problems;
}

/** What the preview asks for: the fields that decide what is hidden, whatever else is still to be filled in. @internal */
export function toPreviewInput(draft: RuleDraft): IgnoreRuleInput | undefined {
  const { pattern, manager, entityRef } = draftProblems(draft);
  if (pattern || manager || entityRef) {
    return undefined;
  }
  return {
    ...toRuleInput({ ...draft, expiry: 'never', active: true }),
    name: 'preview',
    reason: 'preview',
  };
}
