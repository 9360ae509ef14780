import { classifyManager, type ManagerLists } from '@plumbline/kube-drift';
import type { FindingRecord } from '../../records';
import { isGitAhead, knownCause } from '../causes';
import { countDifferences, type GroupingKey } from './GroupingKey';
import { writtenTogether } from './sameManager';

/** One sync of a GitOps controller: one that is awaited, or one that wrote both. */
export const sameSync: GroupingKey = {
  key: 'same-sync',
  joinsOpen: true,
  joins: (a, b, { managers }) =>
    isGitAhead(a)
      ? isGitAhead(b) && knownCause(a) === knownCause(b)
      : knownCause(a) === knownCause(b) &&
        isOfController(a, managers) &&
        writtenTogether(a, b),
  describe: members => {
    const [{ owner }] = members;
    return members.every(isGitAhead)
      ? `${countDifferences(members)} wait for the sync of one commit`
      : `One sync of ${
          owner?.manager ?? 'the controller'
        } made ${countDifferences(members)}`;
  },
};

function isOfController(
  { owner }: FindingRecord,
  managers: ManagerLists,
): boolean {
  return (
    owner !== undefined && classifyManager(owner.manager, managers) === 'gitops'
  );
}
