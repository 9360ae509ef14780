import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { actorRevealPermission } from '@plumbline/backstage-plugin-plumbline-common';
import express, { type Router } from 'express';
import { createRequestValidation, requestValidationErrors } from '../../http';
import { CatalogReaderViews } from '../../permissions';

/** Entities that the reader of {@link createReaderApp} may see. */
export const VISIBLE = ['shop', 'cart'];

/** What routes need to know of a reader, with a switch for what he may. */
export function createReader(
  options: { reveals?: boolean; allowed?: () => boolean } = {},
) {
  const { reveals = true, allowed = () => true } = options;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result:
          allowed() &&
          (reveals || permission.name !== actorRevealPermission.name)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
  });
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: jest.fn(),
    fail: jest.fn(),
  });
  return {
    httpAuth: mockServices.httpAuth({
      defaultCredentials: mockCredentials.none(),
    }),
    readerViews: new CatalogReaderViews({
      catalog: catalogServiceMock({
        entities: VISIBLE.map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name, namespace: 'default' },
        })),
      }),
      permissions,
      auditor,
      pseudonymKey: 'key',
    }),
  };
}

/** Routes behind the same checks as in the plugin. */
export function createReaderApp(routes: Router) {
  const plugin = express
    .Router()
    .use(createRequestValidation())
    .use('/v1', routes)
    .use(requestValidationErrors);
  return express().use('/api/plumbline', plugin).use(mockErrorHandler());
}
