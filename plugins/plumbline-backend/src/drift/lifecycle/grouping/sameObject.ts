import { knownCause } from '../causes';
import { countDifferences, type GroupingKey } from './GroupingKey';

/** Both are fields of one object, and nobody is known to have written them. */
export const sameObject: GroupingKey = {
  key: 'same-object',
  joinsOpen: false,
  joins: (a, b) =>
    knownCause(a) === undefined &&
    knownCause(b) === undefined &&
    a.objectKey === b.objectKey,
  describe: members =>
    members.length === 1
      ? 'Nothing else differs for the same cause'
      : `${countDifferences(
          members,
        )} of one object, without evidence of a cause`,
};
