import type {
  Finding,
  MaskedValue,
} from '@plumbline/backstage-plugin-plumbline-common';

/** A value of a field as a screen says it. @public */
export interface ValueDescription {
  /** `absent`: the side has no such field. `masked`: a secret, of which only the length may be said. */
  kind: 'absent' | 'masked' | 'value';
  text: string;
}

/** Which side of the comparison a value stands on. @public */
export type DiffSide = 'git' | 'live';

/** What a value's background says: the older side, the newer side, or nothing. @public */
export type DiffTone = 'older' | 'newer' | 'plain';

/**
 * Puts a value of a finding into words; a secret is never more than its length.
 *
 * @public
 */
export function describeValue(
  value: unknown,
  side: DiffSide,
): ValueDescription {
  if (value === undefined) {
    return { kind: 'absent', text: side === 'git' ? 'not in Git' : 'absent' };
  }
  if (isMasked(value)) {
    return {
      kind: 'masked',
      text: `${value.changed ? 'changed' : 'unchanged'}${lengthOf(value)}`,
    };
  }
  return { kind: 'value', text: valueText(value) };
}

/**
 * The newer value is live when live changed, and Git when Git is ahead. Red and green mean from and to, not bad and good.
 *
 * @public
 */
export function diffTone(
  direction: Finding['direction'],
  side: DiffSide,
): DiffTone {
  if (direction === 'live-changed') {
    return side === 'live' ? 'newer' : 'older';
  }
  if (direction === 'git-ahead') {
    return side === 'git' ? 'newer' : 'older';
  }
  return 'plain';
}

const ELIDE_FROM = 20;

/**
 * Shortens two long values that begin alike, such as two images of one repository, to the part from the last slash
 * that they share.
 *
 * @public
 */
export function elideCommonStart(
  left: string,
  right: string,
): [string, string] {
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) {
    shared += 1;
  }
  const cut = left.lastIndexOf('/', shared - 1);
  const long = Math.max(left.length, right.length) >= ELIDE_FROM;
  return long && cut > 0 && left !== right
    ? [`…${left.slice(cut)}`, `…${right.slice(cut)}`]
    : [left, right];
}

function lengthOf({ length }: MaskedValue): string {
  if (length === undefined) {
    return '';
  }
  return `, ${length} ${length === 1 ? 'character' : 'characters'}`;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') {
    return value.trim() === '' ? JSON.stringify(value) : value;
  }
  return JSON.stringify(value, undefined, isFlat(value) ? undefined : 1);
}

/** Objects and lists of scalars read well on one line. */
function isFlat(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    Object.values(value).every(
      item => typeof item !== 'object' || item === null,
    )
  );
}

function isMasked(value: unknown): value is MaskedValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    'masked' in value &&
    value.masked === true &&
    'changed' in value
  );
}
