import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  actorRevealPermission,
  driftReadPermission,
} from '@plumbline/backstage-plugin-plumbline-common';
import { CatalogReaderViews } from './CatalogReaderViews';

const entity = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: {},
});

function views(denied: string[] = []) {
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  return {
    auditor,
    views: new CatalogReaderViews({
      catalog: catalogServiceMock({ entities: [entity('cart')] }),
      permissions,
      auditor,
      pseudonymKey: 'key',
    }),
  };
}

describe('CatalogReaderViews', () => {
  const reader = mockCredentials.user();

  it('shows what the catalog shows, and nothing else', async () => {
    const view = await views().views.of(reader, driftReadPermission);
    expect(
      await view.visible([
        'component:default/cart',
        'component:default/hidden',
        'component:default/cart',
      ]),
    ).toEqual(new Set(['component:default/cart']));
    await expect(
      view.assertVisible('component:default/hidden'),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      view.assertVisible('component:default/cart'),
    ).resolves.toBeUndefined();
  });

  it('names the permission that is missing', async () => {
    await expect(
      views([driftReadPermission.name]).views.of(reader, driftReadPermission),
    ).rejects.toThrow('You need the permission plumbline.drift.read');
  });

  it('hides people from whoever may not see names', async () => {
    const { views: subject, auditor } = views([actorRevealPermission.name]);
    const view = await subject.of(reader, driftReadPermission);
    expect(view.revealsActors).toBe(false);
    expect(
      view.hidePeople({ who: 'jane@example.com' }, ['jane@example.com']).who,
    ).toMatch(/^person-/);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });

  it('records that names were shown', async () => {
    const { views: subject, auditor } = views();
    const view = await subject.of(reader, driftReadPermission);
    expect(view.hidePeople('jane@example.com', ['jane@example.com'])).toBe(
      'jane@example.com',
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'actor-reveal',
        meta: {
          user: 'user:default/mock',
          permission: 'plumbline.drift.read',
        },
      }),
    );
  });
});
