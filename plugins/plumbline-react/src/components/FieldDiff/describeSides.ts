import type { Finding } from '@plumbline/backstage-plugin-plumbline-common';
import {
  describeValue,
  type DiffSide,
  type ValueDescription,
} from './describeValue';
import { isWholeObject } from './fieldName';

/**
 * Both sides of a finding in words. A side that nobody could read is not read, which is not the same as absent; an
 * object as a whole is there or is not.
 *
 * @public
 */
export function describeSides(
  finding: Pick<Finding, 'path' | 'type' | 'verdict' | 'desired' | 'live'>,
): Record<DiffSide, ValueDescription> {
  const { path, type, verdict, desired, live } = finding;
  const isBlind = verdict === 'unverifiable';
  if (isWholeObject(path) && desired === undefined && live === undefined) {
    return {
      git: inWords(type === 'object-unexpected' ? 'not in Git' : 'in Git'),
      live: inWords(liveObject(type, isBlind)),
    };
  }
  const git = describeValue(desired, 'git');
  const found =
    isBlind && live === undefined
      ? inWords('not read')
      : describeValue(live, 'live');
  return looksAlike(git, found)
    ? { git: inQuotes(desired), live: inQuotes(live) }
    : { git, live: found };
}

/** Two values that a screen would show as the same: `3` and `"3"`, or a space more or less. */
function looksAlike(git: ValueDescription, live: ValueDescription): boolean {
  const shown = ({ text }: ValueDescription) =>
    text.replace(/\s+/g, ' ').trim();
  return (
    git.kind === 'value' && live.kind === 'value' && shown(git) === shown(live)
  );
}

/** As JSON, in which the type and every space can be seen. */
function inQuotes(value: unknown): ValueDescription {
  return { kind: 'value', text: JSON.stringify(value) };
}

function liveObject(type: Finding['type'], isBlind: boolean): string {
  if (isBlind) {
    return 'not read';
  }
  return type === 'object-missing' ? 'absent' : 'exists';
}

function inWords(text: string): ValueDescription {
  return { kind: 'absent', text };
}
