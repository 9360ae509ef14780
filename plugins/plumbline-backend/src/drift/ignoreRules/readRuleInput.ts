import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { IgnoreRuleInput } from '@plumbline/backstage-plugin-plumbline-common';
import {
  checkIgnoreRule,
  parsePattern,
  type IgnoreRule,
} from '@plumbline/kube-drift';
import { toComparisonRule, type IgnoreRuleDraft } from './IgnoreRuleRecord';

const REQUIRED = ['name', 'reason'] as const;
const OPTIONAL = [
  'entityRef',
  'kind',
  'namespace',
  'objectName',
  'path',
  'jsonPointer',
  'jq',
  'manager',
] as const;
const OTHER = ['group', 'expiresAt', 'active'] as const;
/** Parts that say for which objects or fields a rule is. */
const NARROWING = [
  'group',
  'kind',
  'namespace',
  'objectName',
  'manager',
  'jsonPointer',
  'jq',
] as const;
/** What the comparison calls otherwise. */
const FIELDS: Partial<Record<keyof IgnoreRule, keyof IgnoreRuleInput>> = {
  title: 'name',
  name: 'objectName',
  expires: 'expiresAt',
};

/**
 * Reads what a person says of a rule: text without the space around it, empty parts as left out.
 *
 * @throws InputError that names the field
 */
export function readRuleInput(
  input: IgnoreRuleInput,
  now: number,
): IgnoreRuleDraft {
  assertKnownFields(input);
  const draft: IgnoreRuleDraft = {
    name: '',
    reason: '',
    group: input.group?.trim(),
    expiresAt: readExpiry(input.expiresAt),
    active: input.active ?? true,
  };
  for (const field of REQUIRED) {
    draft[field] = input[field].trim();
    if (draft[field] === '') {
      throw new InputError(`${field}: it must not be empty`);
    }
  }
  for (const field of OPTIONAL) {
    draft[field] = input[field]?.trim() || undefined;
  }
  draft.entityRef = readEntityRef(draft.entityRef);
  assertNarrow(draft);
  assertUnderstood(draft, now);
  return draft;
}

/** A part that is spelled wrong must not be taken for left out: the rule would hide more than is meant. */
function assertKnownFields(input: IgnoreRuleInput): void {
  const known: string[] = [...REQUIRED, ...OPTIONAL, ...OTHER];
  const unknown = Object.keys(input).find(field => !known.includes(field));
  if (unknown !== undefined) {
    throw new InputError(`${unknown}: a rule has no such field`);
  }
}

function readEntityRef(text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch (error) {
    throw new InputError(
      `entityRef: ${text} is no entity ref such as component:default/payments`,
      error,
    );
  }
}

function readExpiry(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new InputError(`expiresAt: ${text} is no time`);
  }
  return time;
}

/** A rule that expired before it was made is a mistake. @throws InputError */
export function assertFuture(
  { expiresAt }: IgnoreRuleDraft,
  now: number,
): void {
  if (expiresAt !== undefined && expiresAt <= now) {
    throw new InputError('expiresAt: it must be in the future');
  }
}

function assertUnderstood(draft: IgnoreRuleDraft, now: number): void {
  if (draft.kind !== undefined && !/^[A-Za-z][A-Za-z0-9]*$/.test(draft.kind)) {
    throw new InputError(
      `kind: ${draft.kind} is no kind such as Deployment; leave it out for all`,
    );
  }
  const invalid = checkIgnoreRule(toComparisonRule(draft, now));
  if (invalid) {
    const field = invalid.field && (FIELDS[invalid.field] ?? invalid.field);
    throw new InputError(
      field ? `${field}: ${invalid.message}` : invalid.message,
    );
  }
}

/** @throws InputError for a rule that would hide everything */
function assertNarrow(draft: IgnoreRuleDraft): void {
  const isNarrow =
    NARROWING.some(field => draft[field] !== undefined) ||
    (draft.path !== undefined && !isAllWildcards(draft.path));
  if (!isNarrow) {
    throw new InputError(
      `path: the rule would hide every difference of ${
        draft.entityRef ?? 'every service'
      }; name a path, a kind, a namespace, an object or a field manager`,
    );
  }
}

function isAllWildcards(path: string): boolean {
  return parsePattern(path)?.every(segment => 'any' in segment) ?? false;
}
