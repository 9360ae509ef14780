import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  createResolver,
  entity,
  identity,
  indexed,
  labelled,
  ownedBy,
} from '../testing/resolverScene';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('resolving by owners on %s', id => {
  const resolver = async (
    scene: Omit<Parameters<typeof createResolver>[0], 'knex' | 'logger'>,
  ) =>
    createResolver({
      knex: await databases.init(id),
      logger: mockServices.logger.mock(),
      ...scene,
    });

  const deployment = indexed('Deployment', 'web', {
    labels: labelled('web'),
  });
  const replicaSet = indexed('ReplicaSet', 'web-7d9f8b6c5', {
    owners: ownedBy(deployment),
    labels: { 'pod-template-hash': '7d9f8b6c5' },
  });
  const pod = indexed('Pod', 'web-7d9f8b6c5-x2k4p', {
    owners: ownedBy(replicaSet),
  });

  it('follows label, owners and manifests, and says so', async () => {
    const subject = await resolver({
      entities: [entity('web', { id: 'web' }), entity('config')],
      objects: [deployment, replicaSet, pod],
      declared: { settings: ['component:default/config'] },
    });
    await expect(
      subject.resolve([
        identity('Deployment', 'web'),
        identity('Pod', pod.name),
        identity('ConfigMap', 'settings'),
        identity('ConfigMap', 'nobodys'),
      ]),
    ).resolves.toEqual([
      {
        entityRef: 'component:default/web',
        candidates: [],
        step: 'label',
        reason: 'label backstage.io/kubernetes-id=web',
      },
      {
        entityRef: 'component:default/web',
        candidates: [],
        step: 'owner',
        reason: 'owner Deployment web has label backstage.io/kubernetes-id=web',
      },
      {
        entityRef: 'component:default/config',
        candidates: [],
        step: 'manifest',
        reason: 'declared in the manifests of the entity',
      },
      {
        candidates: [],
        step: 'none',
        reason: expect.stringContaining('has not been seen in the cluster'),
      },
    ]);
  });

  it('finds the entity of an object whose owner is declared', async () => {
    const subject = await resolver({
      entities: [entity('other')],
      objects: [{ ...deployment, labels: {} }, replicaSet, pod],
      declared: { web: ['component:default/other'] },
    });
    await expect(
      subject.resolve([identity('Pod', pod.name)]),
    ).resolves.toMatchObject([
      {
        entityRef: 'component:default/other',
        step: 'manifest',
        reason:
          'owner Deployment web is declared in the manifests of the entity',
      },
    ]);
  });

  it('knows a fresh pod from the bodies of its own batch', async () => {
    const subject = await resolver({
      entities: [entity('web')],
      objects: [deployment],
    });
    const freshReplicaSet = identity('ReplicaSet', 'web-5c4f', {
      kind: 'ReplicaSet',
      uid: 'fresh-rs',
      labels: {},
      ownerReferences: ownedBy(deployment),
    });
    const created = identity('Pod', 'web-5c4f-vvvvv', {
      uid: 'fresh-pod',
      labels: {},
      ownerReferences: ownedBy(
        indexed('ReplicaSet', 'web-5c4f', { uid: 'fresh-rs' }),
      ),
    });
    const shell = identity('Pod', 'web-5c4f-vvvvv');
    const resolutions = await subject.resolve([
      shell,
      created,
      freshReplicaSet,
    ]);
    expect(resolutions.map(({ step, entityRef }) => [step, entityRef])).toEqual(
      Array(3).fill(['owner', 'component:default/web']),
    );
  });

  it('falls back to generated names only for a workload that exists', async () => {
    const subject = await resolver({
      entities: [entity('web'), entity('db')],
      objects: [
        deployment,
        indexed('StatefulSet', 'db', { labels: labelled('db') }),
      ],
    });
    await expect(
      subject.resolve([
        identity('Pod', 'web-688fdd9cb8-22222'),
        identity('Pod', 'db-0'),
        identity('ReplicaSet', 'web-688fdd9cb8'),
        identity('Pod', 'other-688fdd9cb8-22222'),
        identity('Pod', 'web-688fdd9cb8-22222', { namespace: 'elsewhere' }),
        identity('ConfigMap', 'web-688fdd9cb8'),
      ]),
    ).resolves.toMatchObject([
      {
        entityRef: 'component:default/web',
        reason:
          'owner Deployment web has label backstage.io/kubernetes-id=web (Deployment web by the generated name web-688fdd9cb8-22222)',
      },
      { entityRef: 'component:default/db' },
      { entityRef: 'component:default/web' },
      { step: 'none' },
      { step: 'none' },
      { step: 'none' },
    ]);
  });

  it('goes on by name where the chain of references ends', async () => {
    const subject = await resolver({
      entities: [entity('web')],
      objects: [deployment, pod],
    });
    await expect(
      subject.resolve([identity('Pod', pod.name)]),
    ).resolves.toMatchObject([
      {
        entityRef: 'component:default/web',
        reason: expect.stringContaining('by the generated name web-7d9f8b6c5'),
      },
    ]);
  });

  it('finds an owner that was made anew since', async () => {
    const subject = await resolver({
      entities: [entity('web')],
      objects: [{ ...deployment, uid: 'second-life' }, replicaSet, pod],
    });
    await expect(
      subject.resolve([identity('Pod', pod.name)]),
    ).resolves.toMatchObject([{ entityRef: 'component:default/web' }]);
  });

  it('survives owners that own each other, and hostile names', async () => {
    const a = indexed('Deployment', 'a');
    const b = indexed('ReplicaSet', 'b');
    const subject = await resolver({
      entities: [],
      objects: [
        { ...a, owners: ownedBy(b) },
        { ...b, owners: ownedBy(a) },
      ],
    });
    await expect(
      subject.resolve([
        identity('Deployment', 'a'),
        identity('Pod', 'a\0b'),
        identity('Pod', 'x'.repeat(5000)),
        identity('Pod', '__proto__', { labels: { ['__proto__']: 'x' } }),
      ]),
    ).resolves.toMatchObject(Array(4).fill({ step: 'none' }));
    await expect(subject.resolve([])).resolves.toEqual([]);
  });
});
