import { isGitAhead, knownCause } from '../causes';
import { timeOfWrite } from '../attributionLevels';
import { countDifferences, type GroupingKey } from './GroupingKey';

/** Writes of one actor that lie closer together have one cause. */
export const SAME_ACT = 10 * 60_000;

/** One actor wrote both within ten minutes; findings of a target share entity and cluster. */
export const sameActor: GroupingKey = {
  key: 'same-actor',
  joinsOpen: true,
  joins: (a, b) => {
    const cause = knownCause(a);
    if (cause === undefined || cause !== knownCause(b) || isGitAhead(a)) {
      return false;
    }
    const [first, second] = [timeOfWrite(a), timeOfWrite(b)];
    return first === undefined || second === undefined
      ? a.objectKey === b.objectKey
      : Math.abs(first - second) <= SAME_ACT;
  },
  describe: members =>
    `One actor made ${countDifferences(
      members,
    )}, each within ten minutes of another`,
};
