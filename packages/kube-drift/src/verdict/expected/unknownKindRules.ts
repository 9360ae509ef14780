import { lastApplied } from '../../compare/base';
import { classifyManager } from '../../fields/managers';
import { ManagedFieldsEntry } from '../../fields/managedFields';
import { resolvePath } from '../../path/resolve';
import { ExpectedRule, ExpectedSubject } from './ExpectedRule';

/** Of these kubectl commands each sends an object as a whole. */
const WHOLE_OBJECT_COMMANDS = new Set([
  'kubectl-client-side-apply',
  'kubectl-create',
  'kubectl-replace',
]);

export const UNKNOWN_KIND_RULES: readonly ExpectedRule[] = [
  {
    id: 'unknown-default',
    about:
      'Fields of a custom resource whose schema is not known, where whoever owns them wrote the object as a whole and so owns its defaults too.',
    reason: subject =>
      isUndeclared(subject) &&
      subject.fieldType === undefined &&
      !subject.isKindKnown &&
      subject.owners.length > 0 &&
      subject.owners.every(owner => wroteWhole(owner, subject)) &&
      !wasApplied(subject)
        ? 'the schema of its kind is not known: it may be a default that came with the object'
        : undefined,
  },
];

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
