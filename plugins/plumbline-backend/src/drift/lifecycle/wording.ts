import { parseRef, RESOURCE_PATH } from '@plumbline/kube-drift';
import type { ObservedFinding } from '../records';

/** What happened, as a verb for a sentence with a subject, and as one without. */
export interface Deed {
  /** "scaled payments-api from 3 to 5". */
  active: string;
  /** "payments-api was scaled from 3 to 5". */
  passive: string;
}

const MAX_VALUE_LENGTH = 60;
/** What `kubectl rollout restart` writes. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Says in words what became of an object's field. */
export function deedOf(finding: ObservedFinding): Deed {
  const { kind, name } = parseRef(finding.ref);
  const { path, type } = finding;
  if (path === RESOURCE_PATH) {
    return type === 'object-missing'
      ? deed('deleted', `${kind} ${name}`, '')
      : deed('created', `${kind} ${name}`, ', which Git does not declare');
  }
  if (path === 'spec.replicas' && type === 'changed') {
    return deed('scaled', name, fromTo(finding));
  }
  const image = /\.containers\[name=([^\]]+)\]\.image$/.exec(path);
  if (image && type === 'changed') {
    const to = tagOf(finding.live);
    return deed(
      'changed',
      `the image of ${name}`,
      to === undefined ? '' : ` to ${to}`,
    );
  }
  if (path.endsWith(RESTARTED_AT) && type !== 'missing') {
    return deed('restarted', name, '');
  }
  // Objects of several kinds often share one name.
  const object = `${kind} ${name}`;
  const field = `${path} of ${object}`;
  switch (type) {
    case 'missing':
      return deed('removed', field, '');
    case 'additive':
      return deed('added', `${path} to ${object}`, '', field);
    case 'stale':
      return deed('kept', field, ', which Git no longer declares');
    default:
      return deed('changed', field, fromTo(finding));
  }
}

/** Says what became of several fields and objects. */
export function deedOfMany(findings: readonly ObservedFinding[]): Deed {
  const { fields, deleted, created } = byDeed(findings);
  const deeds = [
    ...deedsOf(fields, {
      active: `changed ${fieldsOf(fields)}`,
      passive: `${fieldsOf(fields)} were changed`,
    }),
    ...deedsOf(deleted, {
      active: `deleted ${deleted.length} objects`,
      passive: `${deleted.length} objects were deleted`,
    }),
    ...deedsOf(created, {
      active: `created ${created.length} objects, which Git does not declare`,
      passive: `${created.length} objects were created, which Git does not declare`,
    }),
  ];
  return {
    active: deeds.map(({ active }) => active).join(' and '),
    passive: deeds.map(({ passive }) => passive).join(' and '),
  };
}

/** What differs, without a word on whether somebody changed it. */
export function differenceOf(findings: readonly ObservedFinding[]): string {
  const { fields, deleted, created } = byDeed(findings);
  return [
    ...differencesOf(
      fields,
      ({ path, ref }) => `${path} of ${nameOf(ref)} differs from Git`,
      `${fieldsOf(fields)} differ from Git`,
    ),
    ...differencesOf(
      deleted,
      ({ ref }) => `${nameOf(ref)} is missing`,
      `${deleted.length} objects are missing`,
    ),
    ...differencesOf(
      created,
      ({ ref }) => `${nameOf(ref)} is not in Git`,
      `${created.length} objects are not in Git`,
    ),
  ].join(' and ');
}

function byDeed(findings: readonly ObservedFinding[]) {
  return {
    fields: findings.filter(({ path }) => path !== RESOURCE_PATH),
    deleted: findings.filter(({ type }) => type === 'object-missing'),
    created: findings.filter(({ type }) => type === 'object-unexpected'),
  };
}

function deedsOf(findings: readonly ObservedFinding[], ofMany: Deed): Deed[] {
  return findings.length > 1 ? [ofMany] : findings.map(deedOf);
}

function differencesOf(
  findings: readonly ObservedFinding[],
  ofOne: (finding: ObservedFinding) => string,
  ofMany: string,
): string[] {
  return findings.length > 1 ? [ofMany] : findings.map(ofOne);
}

/** Objects of a service often share its name, which then says more than their number. */
function fieldsOf(findings: readonly ObservedFinding[]): string {
  const names = new Set(findings.map(({ ref }) => parseRef(ref).name));
  const [name] = names;
  const where = names.size === 1 ? name : `${names.size} objects`;
  return `${findings.length} fields of ${where}`;
}

function nameOf(ref: string): string {
  const { kind, name } = parseRef(ref);
  return `${kind} ${name}`;
}

function deed(
  verb: string,
  object: string,
  end: string,
  passiveSubject = object,
): Deed {
  return {
    active: `${verb} ${object}${end}`,
    passive: `${passiveSubject} was ${verb}${end}`,
  };
}

/** Only a value that was live before is one that somebody changed *from*. */
function fromTo({ direction, desired, live }: ObservedFinding): string {
  const [from, to] = [shortValue(desired), shortValue(live)];
  if (to === undefined) {
    return '';
  }
  return direction === 'live-changed' && from !== undefined
    ? ` from ${from} to ${to}`
    : ` to ${to}`;
}

function shortValue(value: unknown): string | undefined {
  if (
    typeof value !== 'string' &&
    typeof value !== 'number' &&
    typeof value !== 'boolean'
  ) {
    return undefined;
  }
  const text = String(value);
  return text.length <= MAX_VALUE_LENGTH && !/\p{Cc}/u.test(text)
    ? text
    : undefined;
}

function tagOf(image: unknown): string | undefined {
  if (typeof image !== 'string') {
    return undefined;
  }
  const name = image.slice(image.lastIndexOf('/') + 1);
  return shortValue(
    name.includes(':') ? name.slice(name.indexOf(':') + 1) : name,
  );
}
