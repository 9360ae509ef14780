import type { ObservedObjectRecord, FindingRecord } from '../records';
import { buildObjectTree } from './buildObjectTree';
import type { GeneratedObject } from './GeneratedObject';
import { generatedKinds } from './generatedKinds';

const declared = (
  kind: string,
  name: string,
  more: Partial<ObservedObjectRecord> = {},
): ObservedObjectRecord => ({
  key: `${kind}-${name}`,
  ref: `apps/v1/${kind}/shop/${name}`,
  cluster: 'prod-eu',
  apiGroup: 'apps',
  kind,
  resource: '',
  namespace: 'shop',
  name,
  verdict: 'none',
  ...more,
});

const made = (
  kind: string,
  name: string,
  owner: [kind: string, name: string],
  namespace = 'shop',
): GeneratedObject => ({
  uid: `uid-${name}`,
  apiVersion: 'apps/v1',
  kind,
  namespace,
  name,
  owners: [
    {
      apiVersion: 'apps/v1',
      kind: owner[0],
      name: owner[1],
      uid: 'x',
      controller: true,
    },
  ],
});

describe('buildObjectTree', () => {
  it('hangs pods below ReplicaSets below Deployments', () => {
    const { objects, notes } = buildObjectTree(
      [declared('Deployment', 'web'), declared('Deployment', 'api')],
      [],
      [
        made('Pod', 'web-1-b', ['ReplicaSet', 'web-1']),
        made('ReplicaSet', 'web-1', ['Deployment', 'web']),
        made('Pod', 'web-1-a', ['ReplicaSet', 'web-1']),
        made('Pod', 'stranger', ['ReplicaSet', 'other']),
        made('ReplicaSet', 'web-2', ['Deployment', 'web'], 'elsewhere'),
      ],
    );
    expect(
      objects.map(({ object, parent }) => `${object.name} < ${parent ?? ''}`),
    ).toEqual([
      'api < ',
      'web < ',
      'web-1 < Deployment-web',
      'web-1-a < uid-web-1',
      'web-1-b < uid-web-1',
    ]);
    expect(objects[2]).toMatchObject({
      origin: 'generated',
      verdict: 'not-compared',
      reason: 'Made by Deployment/web; Git does not declare it',
    });
    expect(notes).toEqual([]);
  });

  it('counts differences by object, and what could not be looked at', () => {
    const finding = (verdict: string) =>
      ({ objectKey: 'Deployment-web', verdict } as FindingRecord);
    const { objects } = buildObjectTree(
      [
        declared('Deployment', 'web', { verdict: 'drift' }),
        declared('Secret', 's', { unverifiedSince: 1, reason: 'forbidden' }),
      ],
      [finding('drift'), finding('drift'), finding('ignored')],
      [],
    );
    expect(objects[0].counts).toMatchObject({ drift: 2, ignored: 1 });
    expect(objects[1]).toMatchObject({
      verdict: 'unverifiable',
      reason: 'forbidden',
      counts: { unverifiable: 1 },
    });
  });

  it('does not call as in Git what holds a difference that nobody can judge', () => {
    const verdictWith = (verdict: string) =>
      buildObjectTree(
        [declared('Deployment', 'web', { verdict: 'none' })],
        [{ objectKey: 'Deployment-web', verdict } as FindingRecord],
        [],
      ).objects[0].verdict;
    expect(verdictWith('unverifiable')).toBe('unverifiable');
    expect(verdictWith('expected')).toBe('none');
  });

  it('ends where owners form a circle', () => {
    const { objects } = buildObjectTree(
      [declared('Deployment', 'web')],
      [],
      [
        made('ReplicaSet', 'a', ['Deployment', 'web']),
        made('ReplicaSet', 'b', ['ReplicaSet', 'a']),
        made('ReplicaSet', 'a', ['ReplicaSet', 'b']),
      ],
    );
    expect(objects).toHaveLength(3);
  });

  it('shows a declared object once, whoever owns it', () => {
    const { objects } = buildObjectTree(
      [declared('Deployment', 'web'), declared('ReplicaSet', 'a')],
      [],
      [
        made('ReplicaSet', 'a', ['Deployment', 'web']),
        made('Pod', 'a-1', ['ReplicaSet', 'a']),
      ],
    );
    expect(objects.map(({ origin, ref }) => `${origin} ${ref}`)).toEqual([
      'declared apps/v1/Deployment/shop/web',
      'declared apps/v1/ReplicaSet/shop/a',
      'generated apps/v1/Pod/shop/a-1',
    ]);
  });

  it('says how many it leaves out', () => {
    const pods = Array.from({ length: 600 }, (_, index) =>
      made('Pod', `p${index}`, ['Deployment', 'web']),
    );
    const { objects, notes } = buildObjectTree(
      [declared('Deployment', 'web')],
      [],
      pods,
    );
    expect(objects).toHaveLength(500);
    expect(notes).toEqual(['101 more objects are left out: 500 are shown']);
  });
});

describe('generatedKinds', () => {
  const served = (group: string, kind: string, verbs = ['list']) => ({
    group,
    kind,
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    namespaced: true,
    verbs,
  });

  it('asks for what can come of the declared kinds and is served', () => {
    const resources = [
      served('', 'Pod'),
      served('apps', 'ReplicaSet'),
      served('batch', 'Job', ['get']),
      served('', 'ConfigMap'),
    ];
    const kinds = (apiGroup: string, kind: string) =>
      generatedKinds([{ apiGroup, kind }], resources).map(one => one.kind);
    expect(kinds('apps', 'Deployment')).toEqual(['ReplicaSet', 'Pod']);
    expect(kinds('batch', 'CronJob')).toEqual(['Pod']);
    expect(kinds('', 'ConfigMap')).toEqual([]);
    expect(kinds('argoproj.io', 'Rollout')).toEqual(['ReplicaSet', 'Pod']);
  });
});
