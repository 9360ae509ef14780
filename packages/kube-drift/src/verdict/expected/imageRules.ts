import { classifyManager } from '../../fields/managers';
import { ownersOf } from '../../fields/managedFields';
import { fields } from '../../path/segment';
import { LAST_APPLIED } from '../../compare/serverFields';
import {
  ExpectedRule,
  ExpectedSubject,
  fieldName,
  writtenByHand,
} from './ExpectedRule';

export const IMAGE_RULES: readonly ExpectedRule[] = [
  {
    id: 'tag-resolved',
    about:
      'An image whose declared tag was resolved to its digest at admission, unless a person wrote it last.',
    reason: subject => {
      const images = imagesOf(subject);
      return images && resolvesTag(...images) && !writtenByHand(subject)
        ? 'the declared tag, resolved to its digest at admission'
        : undefined;
    },
  },
  {
    id: 'image-mirrored',
    about:
      'An image that was applied as declared and that admission (a policy, a mirror) rewrote to another registry, same name and tag.',
    reason: subject => {
      const images = imagesOf(subject);
      return images && isMirrorOf(...images) && rewrittenAtAdmission(subject)
        ? 'the declared image, rewritten to another registry at admission'
        : undefined;
    },
  },
];

function imagesOf(subject: ExpectedSubject): [string, string] | undefined {
  const { desired, live } = subject.difference;
  return fieldName(subject) === 'image' &&
    typeof desired === 'string' &&
    typeof live === 'string'
    ? [desired, live]
    : undefined;
}

function resolvesTag(desired: string, live: string): boolean {
  const at = live.indexOf('@sha256:');
  if (at === -1 || desired.includes('@')) {
    return false;
  }
  const pinned = live.slice(0, at);
  return pinned === desired || pinned === desired.replace(/:[^/:]+$/, '');
}

/** Whether the last part of both names, tag and digest included, is one. */
function isMirrorOf(desired: string, live: string): boolean {
  const [declared, found] = [desired, live].map(image =>
    image.slice(image.lastIndexOf('/') + 1),
  );
  return (
    desired !== live && (declared === found || resolvesTag(declared, found))
  );
}

/**
 * The declared image is what was applied, and whoever applied it still owns
 * the field: so no later request has changed it.
 */
function rewrittenAtAdmission(subject: ExpectedSubject): boolean {
  const { difference, owners, entries, managers } = subject;
  const [owner] = owners;
  if (difference.direction !== 'live-changed' || owner === undefined) {
    return false;
  }
  const [applier] = ownersOf(
    entries,
    fields('metadata', 'annotations', LAST_APPLIED),
  );
  return (
    classifyManager(owner.manager, managers) === 'gitops' ||
    (applier !== undefined && applier.manager === owner.manager)
  );
}
