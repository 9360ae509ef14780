import { lastApplied } from '../../compare/base';
import { classifyManager } from '../../fields/managers';
import { ManagedFieldsEntry } from '../../fields/managedFields';
import { resolvePath } from '../../path/resolve';
import { ExpectedRule, ExpectedSubject, fieldName } from './ExpectedRule';

/** Of these kubectl commands each sends an object as a whole. */
const WHOLE_OBJECT_COMMANDS = new Set([
  'kubectl-client-side-apply',
  'kubectl-create',
  'kubectl-replace',
]);

/** What the API server fills in, by the image. */
const PULL_POLICIES: ReadonlySet<unknown> = new Set(['Always', 'IfNotPresent']);

export const DEFAULT_RULES: readonly ExpectedRule[] = [
  {
    id: 'unknown-default',
    about:
      'Fields of a custom resource whose schema is not known, where whoever owns them wrote the object as a whole and so owns its defaults too.',
    reason: subject =>
      !subject.isKindKnown &&
      subject.fieldType === undefined &&
      cameWithTheObject(subject)
        ? 'the schema of its kind is not known: it may be a default that came with the object'
        : undefined,
  },
  {
    id: 'earlier-default',
    about:
      'A pull policy that the API server filled in for an earlier image and that stayed when the image changed.',
    reason: subject =>
      fieldName(subject) === 'imagePullPolicy' &&
      PULL_POLICIES.has(subject.difference.live) &&
      cameWithTheObject(subject)
        ? 'filled in by the API server for an earlier image'
        : undefined,
  },
];

/** Whether an undeclared field may have been filled in when it was written. */
function cameWithTheObject(subject: ExpectedSubject): boolean {
  return (
    isUndeclared(subject) &&
    subject.owners.length > 0 &&
    subject.owners.every(owner => wroteWhole(owner, subject)) &&
    !wasApplied(subject)
  );
}

function isUndeclared({
  difference: { type, path },
}: ExpectedSubject): boolean {
  const [first] = path;
  return (
    (type === 'stale' || type === 'additive') &&
    'field' in first &&
    first.field !== 'metadata'
  );
}

function wroteWhole(
  { manager, operation, subresource }: ManagedFieldsEntry,
  { managers }: ExpectedSubject,
): boolean {
  return (
    operation === 'Update' &&
    subresource === undefined &&
    (WHOLE_OBJECT_COMMANDS.has(manager) ||
      classifyManager(manager, managers) === 'gitops')
  );
}

/** What the annotation lists was sent, and is no default. */
function wasApplied({ difference, live }: ExpectedSubject): boolean {
  const applied = lastApplied(live);
  return (
    applied !== undefined && resolvePath(applied, difference.path) !== undefined
  );
}
