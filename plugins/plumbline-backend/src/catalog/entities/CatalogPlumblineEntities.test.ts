import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogPlumblineEntities } from './CatalogPlumblineEntities';

const entity = (
  kind: string,
  name: string,
  rest: Partial<Entity> & { annotations?: Record<string, string> } = {},
): Entity => {
  const { annotations, ...others } = rest;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    ...others,
  };
};

const options = () => ({
  auth: mockServices.auth(),
  logger: mockServices.logger.mock(),
});

describe('CatalogPlumblineEntities', () => {
  it('takes components and whatever says where it runs', async () => {
    const entities = new CatalogPlumblineEntities({
      ...options(),
      catalog: catalogServiceMock({
        entities: [
          entity('Component', 'web', {
            relations: [
              { type: 'ownedBy', targetRef: 'group:default/shop' },
              { type: 'partOf', targetRef: 'component:default/whole' },
              { type: 'partOf', targetRef: 'system:default/store' },
            ],
          }),
          entity('Resource', 'db', {
            annotations: { 'backstage.io/kubernetes-id': 'db' },
          }),
          entity('API', 'pay', {
            annotations: { 'plumbline.io/manifests': 'deploy' },
          }),
          entity('Resource', 'bucket', {
            annotations: { 'backstage.io/source-location': 'url:https://h/' },
          }),
          entity('User', 'jane'),
        ],
      }),
    });
    const found = await entities.list();
    expect(found.map(({ entityRef }) => entityRef).sort()).toEqual([
      'api:default/pay',
      'component:default/web',
      'resource:default/db',
    ]);
    await expect(entities.get('Component:default/web')).resolves.toMatchObject({
      owner: 'group:default/shop',
      system: 'system:default/store',
    });
    await expect(
      entities.get('resource:default/bucket'),
    ).resolves.toMatchObject({ entityRef: 'resource:default/bucket' });
    await expect(entities.get('component:default/no')).resolves.toBeUndefined();
  });

  it('reads all pages', async () => {
    const entities = new CatalogPlumblineEntities({
      ...options(),
      catalog: catalogServiceMock({
        entities: Array.from({ length: 1_234 }, (_, i) =>
          entity('Component', `c${i}`),
        ),
      }),
    });
    await expect(entities.list()).resolves.toHaveLength(1_234);
  });

  it('asks once for many who ask, and keeps what it knows while the catalog is down', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    const catalog = catalogServiceMock.mock();
    catalog.queryEntities.mockRejectedValueOnce(new Error('starting'));
    const entities = new CatalogPlumblineEntities({ ...options(), catalog });
    await expect(entities.list()).rejects.toThrow('starting');

    catalog.queryEntities.mockResolvedValueOnce({
      items: [entity('Component', 'web')],
      totalItems: 1,
      pageInfo: {},
    });
    const [first, second] = await Promise.all([
      entities.list(),
      entities.list(),
    ]);
    expect(first).toBe(second);
    expect(catalog.queryEntities).toHaveBeenCalledTimes(2);

    jest.advanceTimersByTime(31_000);
    catalog.queryEntities.mockRejectedValueOnce(new Error('down'));
    await expect(entities.list()).resolves.toBe(first);
    jest.useRealTimers();
  });
});
