import type { ActorClass } from '@plumbline/kube-audit';
import { classifyManager, type ManagerLists } from '@plumbline/kube-drift';
import type { CauseClass, FightRecord, FindingRecord } from '../records';
import { actorOf } from './attributionLevels';

const CLASSES: Record<ActorClass, CauseClass> = {
  human: 'person',
  ci: 'ci',
  gitops: 'gitops',
  controller: 'controller',
  'service-account': 'service-account',
  unknown: 'unknown',
};

/**
 * What moved an incident's fields, for statistics: a kind of actor, never somebody. A field manager says so only of
 * controllers, since whoever uses a person's tool need not be one.
 *
 * @param weakest - the finding whose cause is least sure; undefined when the only cause is a commit
 */
export function causeClassOf(
  weakest: FindingRecord | undefined,
  fight: FightRecord | undefined,
  managers: ManagerLists,
): CauseClass {
  if (fight) {
    return 'fight';
  }
  if (!weakest) {
    return 'git-commit';
  }
  const { attribution, owner } = weakest;
  if (actorOf(weakest) !== undefined) {
    return attribution?.people.length
      ? 'person'
      : CLASSES[attribution?.actorClass ?? 'unknown'];
  }
  switch (owner && classifyManager(owner.manager, managers)) {
    case 'gitops':
      return 'gitops';
    case 'controller':
      return 'controller';
    default:
      return 'unknown';
  }
}
