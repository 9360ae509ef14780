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
  return {
    git: describeValue(desired, 'git'),
    live:
      isBlind && live === undefined
        ? inWords('not read')
        : describeValue(live, 'live'),
  };
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
