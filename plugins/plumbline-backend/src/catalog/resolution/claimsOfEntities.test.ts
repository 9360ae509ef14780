import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import {
  createResolver,
  entity,
  identity,
  indexed,
  labelled,
} from '../testing/resolverScene';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'resolving by what entities say on %s',
  id => {
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
  },
);
