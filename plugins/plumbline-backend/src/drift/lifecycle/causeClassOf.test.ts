import type { ActorClass } from '@plumbline/kube-audit';
import { attributionOf, findingOf } from '../__testUtils__/findings';
import type { CauseClass, FightRecord } from '../records';
import { causeClassOf } from './causeClassOf';

const FIGHT: FightRecord = {
  managers: [],
  path: 'spec.replicas',
  since: 0,
  turns: 3,
  values: [],
};
const by = (actorClass: ActorClass) =>
  findingOf({
    attribution: { ...attributionOf('likely'), people: [], actorClass },
  });
const ownedBy = (manager: string) =>
  findingOf({ owner: { manager, operation: 'Update' } });

describe('causeClassOf', () => {
  it.each<[CauseClass, Parameters<typeof causeClassOf>]>([
    ['fight', [findingOf({ attribution: attributionOf('proven') }), FIGHT, {}]],
    ['git-commit', [undefined, undefined, {}]],
    [
      'person',
      [findingOf({ attribution: attributionOf('proven') }), undefined, {}],
    ],
    ['person', [by('human'), undefined, {}]],
    ['ci', [by('ci'), undefined, {}]],
    ['gitops', [by('gitops'), undefined, {}]],
    ['controller', [by('controller'), undefined, {}]],
    ['service-account', [by('service-account'), undefined, {}]],
    ['unknown', [by('unknown'), undefined, {}]],
    ['gitops', [ownedBy('argocd-controller'), undefined, {}]],
    [
      'gitops',
      [ownedBy('ci-deployer'), undefined, { gitopsManagers: ['ci-deployer'] }],
    ],
    ['controller', [ownedBy('kube-controller-manager'), undefined, {}]],
    // Whoever uses a person's tool need not be one.
    ['unknown', [ownedBy('kubectl-edit'), undefined, {}]],
    ['unknown', [findingOf(), undefined, {}]],
    [
      'unknown',
      [findingOf({ attribution: attributionOf('ambiguous') }), undefined, {}],
    ],
  ])('is %s', (cause, given) => {
    expect(causeClassOf(...given)).toBe(cause);
  });
});
