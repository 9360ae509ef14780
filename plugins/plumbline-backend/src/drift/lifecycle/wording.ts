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

/** Says how many fields of which objects differ. */
export function deedOfMany(findings: readonly ObservedFinding[]): Deed {
  const names = new Set(findings.map(({ ref }) => parseRef(ref).name));
  const [name] = names;
  const where = names.size === 1 ? name : `${names.size} objects`;
  return {
    active: `changed ${findings.length} fields of ${where}`,
    passive: `${findings.length} fields of ${where} were changed`,
  };
}

/** What differs, without a word on whether somebody changed it. */
export function differenceOf(findings: readonly ObservedFinding[]): string {
  const [finding] = findings;
  const { kind, name } = parseRef(finding.ref);
  if (findings.length > 1) {
    const names = new Set(findings.map(({ ref }) => parseRef(ref).name));
    return `${findings.length} fields of ${
      names.size === 1 ? name : `${names.size} objects`
    } differ from Git`;
  }
  if (finding.type === 'object-missing') {
    return `${kind} ${name} is missing`;
  }
  if (finding.type === 'object-unexpected') {
    return `${kind} ${name} is not in Git`;
  }
  return `${finding.path} of ${kind} ${name} differs from Git`;
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
