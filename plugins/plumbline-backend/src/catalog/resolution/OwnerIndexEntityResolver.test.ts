import { mockServices } from '@backstage/backend-test-utils';
import type { KnownCluster } from '@plumbline/backstage-plugin-plumbline-node';
import { migrate } from '../../database';
import { createTestDatabases } from '../../testDatabases';
import type { ObjectIdentity } from '../ObjectResolution';
import { DatabaseOwnerIndexStore, type IndexedObject } from '../ownerIndex';
import type { PlumblineEntity } from '../PlumblineEntity';
import { OwnerIndexEntityResolver } from './OwnerIndexEntityResolver';

const databases = createTestDatabases();

function entity(
  name: string,
  annotations: Record<string, string> = {},
  kind = 'Component',
): PlumblineEntity {
  return {
    entityRef: `${kind.toLocaleLowerCase('en-US')}:default/${name}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name,
        annotations: Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [
            key.includes('/') ? key : `backstage.io/kubernetes-${key}`,
            value,
          ]),
        ),
      },
    },
  };
}

function indexed(
  kind: string,
  name: string,
  rest: Partial<IndexedObject> = {},
): IndexedObject {
  const [apiGroup, resource] = RESOURCES[kind];
  return {
    cluster: 'prod',
    apiGroup,
    resource,
    kind,
    namespace: 'shop',
    name,
    uid: `uid-${kind}-${name}`,
    labels: {},
    annotations: {},
    owners: [],
    ...rest,
  };
}

const RESOURCES: Record<string, [string, string]> = {
  Pod: ['', 'pods'],
  ConfigMap: ['', 'configmaps'],
  ReplicaSet: ['apps', 'replicasets'],
  Deployment: ['apps', 'deployments'],
  StatefulSet: ['apps', 'statefulsets'],
  Application: ['argoproj.io', 'applications'],
  Kustomization: ['kustomize.toolkit.fluxcd.io', 'kustomizations'],
  ClusterRole: ['rbac.authorization.k8s.io', 'clusterroles'],
};

const identity = (
  kind: string,
  name: string | undefined,
  rest: Partial<ObjectIdentity> = {},
): ObjectIdentity => ({
  cluster: 'prod',
  apiGroup: RESOURCES[kind][0],
  resource: RESOURCES[kind][1],
  namespace: 'shop',
  name,
  ...rest,
});

const ownedBy = (object: IndexedObject, uid = object.uid) => [
  {
    apiVersion: object.apiGroup ? `${object.apiGroup}/v1` : 'v1',
    kind: object.kind,
    name: object.name,
    uid,
    controller: true,
  },
];

const labelled = (id: string) => ({ 'backstage.io/kubernetes-id': id });

describe.each(databases.eachSupportedId())(
  'OwnerIndexEntityResolver on %s',
  id => {
    async function resolver(options: {
      entities: PlumblineEntity[];
      objects?: IndexedObject[];
      claimable?: string[];
      declared?: Record<string, string[]>;
    }) {
      const knex = await databases.init(id);
      await migrate(knex);
      const index = new DatabaseOwnerIndexStore(knex);
      await index.put(options.objects ?? [], Date.now());
      const cluster: KnownCluster = {
        name: 'prod',
        claimableNamespaces: options.claimable ?? ['*', '<cluster-scoped>'],
      };
      return new OwnerIndexEntityResolver({
        entities: {
          list: async () => options.entities,
          get: async () => undefined,
        },
        clusters: {
          list: async () => [cluster],
          get: async () => cluster,
        },
        index,
        declaredObjects: {
          entitiesDeclaring: async objects =>
            objects.map(({ name = '' }) => options.declared?.[name] ?? []),
        },
        logger: mockServices.logger.mock(),
      });
    }

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
          reason:
            'owner Deployment web has label backstage.io/kubernetes-id=web',
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
      expect(
        resolutions.map(({ step, entityRef }) => [step, entityRef]),
      ).toEqual(Array(3).fill(['owner', 'component:default/web']));
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
          reason: expect.stringContaining(
            'by the generated name web-7d9f8b6c5',
          ),
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

    it('shows several candidates instead of guessing', async () => {
      const subject = await resolver({
        entities: [
          entity('web', { id: 'web' }),
          entity('web-api', { id: 'web' }, 'API'),
        ],
        objects: [deployment],
      });
      await expect(
        subject.resolve([identity('Deployment', 'web')]),
      ).resolves.toEqual([
        {
          candidates: ['api:default/web-api', 'component:default/web'],
          step: 'ambiguous',
          reason:
            'several entities fit equally: label backstage.io/kubernetes-id=web',
        },
      ]);
    });

    it('tells entities apart by cluster and namespace', async () => {
      const subject = await resolver({
        entities: [
          entity('web-prod', { id: 'web', cluster: 'prod' }),
          entity('web-stage', { id: 'web', cluster: 'stage' }),
          entity('web-other', {
            id: 'web',
            cluster: 'prod',
            namespace: 'other',
          }),
        ],
        objects: [deployment],
      });
      await expect(
        subject.resolve([identity('Deployment', 'web')]),
      ).resolves.toMatchObject([
        { entityRef: 'component:default/web-prod', candidates: [] },
      ]);
    });

    it('evaluates selectors of entities, also against owners', async () => {
      const subject = await resolver({
        entities: [
          entity('cart', { 'label-selector': 'app in (cart), tier!=test' }),
          entity('broken', { 'label-selector': 'app in cart' }),
        ],
        objects: [
          indexed('ConfigMap', 'a', { labels: { app: 'cart' } }),
          indexed('ConfigMap', 'b', { labels: { app: 'cart', tier: 'test' } }),
        ],
      });
      await expect(
        subject.resolve([
          identity('ConfigMap', 'a'),
          identity('ConfigMap', 'b'),
        ]),
      ).resolves.toMatchObject([
        {
          entityRef: 'component:default/cart',
          step: 'selector',
          reason: 'its labels match the selector app in (cart), tier!=test',
        },
        { step: 'none' },
      ]);
    });

    it('gives a namespace to the one entity that names it, and to nobody when two do', async () => {
      const entities = [entity('shop', { namespace: 'shop' })];
      const one = await resolver({ entities });
      const list = identity('Pod', undefined);
      const namespace = { ...identity('Pod', 'shop'), resource: 'namespaces' };
      await expect(one.resolve([list, namespace])).resolves.toMatchObject([
        {
          entityRef: 'component:default/shop',
          reason: 'the only entity with backstage.io/kubernetes-namespace=shop',
        },
        { entityRef: 'component:default/shop' },
      ]);
      const two = await resolver({
        entities: [...entities, entity('cart', { namespace: 'shop' })],
      });
      await expect(two.resolve([list])).resolves.toMatchObject([
        {
          step: 'ambiguous',
          candidates: ['component:default/cart', 'component:default/shop'],
        },
      ]);
    });

    it('lets entities claim only what the operator allows', async () => {
      const subject = await resolver({
        entities: [
          entity('greedy', {
            namespace: 'shop',
            'label-selector': 'app=web',
            'argocd/app-name': 'web',
          }),
        ],
        objects: [
          indexed('ConfigMap', 'a', {
            labels: { app: 'web', 'argocd.argoproj.io/instance': 'web' },
          }),
          indexed('ClusterRole', 'r', {
            namespace: undefined,
            labels: { app: 'web' },
          }),
        ],
        claimable: ['other-*'],
      });
      const resolutions = await subject.resolve([
        identity('ConfigMap', 'a'),
        identity('ClusterRole', 'r', { namespace: undefined }),
      ]);
      expect(resolutions).toMatchObject([
        {
          step: 'none',
          candidates: [],
          reason: expect.stringContaining(
            'does not let entities claim namespace shop on prod',
          ),
        },
        {
          step: 'none',
          reason: expect.stringContaining('cluster-scoped objects'),
        },
      ]);
      expect(JSON.stringify(resolutions)).not.toContain('greedy');
    });

    it('hops over Argo CD and Flux', async () => {
      const subject = await resolver({
        entities: [
          entity('by-app', { 'argocd/app-name': 'pay' }),
          entity('by-label'),
          entity('by-flux'),
        ],
        objects: [
          indexed('ConfigMap', 'tracked', {
            annotations: {
              'argocd.argoproj.io/tracking-id': 'pay:/ConfigMap:shop/tracked',
            },
          }),
          indexed('ConfigMap', 'instance', {
            labels: { 'argocd.argoproj.io/instance': 'checkout' },
          }),
          indexed('Application', 'checkout', {
            namespace: 'argocd',
            labels: labelled('by-label'),
          }),
          indexed('ConfigMap', 'chart', {
            labels: { 'app.kubernetes.io/instance': 'pay' },
          }),
          indexed('ConfigMap', 'flux', {
            labels: {
              'kustomize.toolkit.fluxcd.io/name': 'apps',
              'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
            },
          }),
          indexed('Kustomization', 'apps', {
            namespace: 'flux-system',
            labels: labelled('by-flux'),
          }),
        ],
      });
      await expect(
        subject.resolve(
          ['tracked', 'instance', 'chart', 'flux'].map(name =>
            identity('ConfigMap', name),
          ),
        ),
      ).resolves.toMatchObject([
        {
          entityRef: 'component:default/by-app',
          step: 'argocd',
          reason:
            'delivered by Argo CD Application pay, annotation argocd/app-name',
        },
        {
          entityRef: 'component:default/by-label',
          reason: expect.stringContaining('label backstage.io/kubernetes-id'),
        },
        { step: 'none' },
        {
          entityRef: 'component:default/by-flux',
          step: 'flux',
          reason:
            'delivered by Flux Kustomization apps, which has label backstage.io/kubernetes-id=by-flux',
        },
      ]);
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
  },
);

describe('OwnerIndexEntityResolver without a catalog', () => {
  it('keeps events coming', async () => {
    const unused = () => {
      throw new Error('not asked');
    };
    const subject = new OwnerIndexEntityResolver({
      entities: {
        list: async () => {
          throw new Error('down');
        },
        get: unused,
      },
      clusters: { list: async () => [], get: unused },
      index: {
        get: unused,
        getByKind: unused,
        getByUid: unused,
        put: unused,
        removeBefore: unused,
      },
      logger: mockServices.logger.mock(),
    });
    await expect(
      subject.resolve([identity('Pod', 'a')]),
    ).resolves.toMatchObject([
      {
        step: 'none',
        reason: 'the catalog did not answer when the event came',
      },
    ]);
  });
});
