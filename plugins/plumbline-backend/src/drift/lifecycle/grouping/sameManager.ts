import type { FindingRecord } from '../../records';
import { knownCause } from '../causes';
import {
  countDifferences,
  countObjects,
  type GroupingKey,
} from './GroupingKey';

/** Times of managedFields are cut to the second, and one command writes its objects one after another. */
const SAME_WRITE = 5_000;

/**
 * One field manager wrote two objects within five seconds. It counts only where nobody is known to have done it, and
 * between objects: within one, all fields of a manager carry the time of its last write.
 */
export const sameManager: GroupingKey = {
  key: 'same-manager',
  joinsOpen: true,
  joins: (a, b) =>
    knownCause(a) === undefined &&
    knownCause(b) === undefined &&
    a.objectKey !== b.objectKey &&
    writtenTogether(a, b),
  describe: members =>
    `${members[0].owner?.manager ?? 'One manager'} wrote ${
      countObjects(members) === 1
        ? countDifferences(members)
        : `${countObjects(members)} objects`
    } within five seconds`,
};

/** Whether the owners' entries name one manager and lie at most five seconds apart. */
export function writtenTogether(a: FindingRecord, b: FindingRecord): boolean {
  const [first, second] = [a.owner, b.owner];
  if (
    !first ||
    !second ||
    first.manager !== second.manager ||
    first.time === undefined ||
    second.time === undefined
  ) {
    return false;
  }
  return (
    Math.abs(Date.parse(first.time) - Date.parse(second.time)) <= SAME_WRITE
  );
}
