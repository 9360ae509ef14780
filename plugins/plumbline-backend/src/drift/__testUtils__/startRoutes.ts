import {
  coreServices,
  createBackendPlugin,
  type AuditorService,
  type HttpAuthService,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express, { Router } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import request from 'supertest';
import { requestValidationErrors } from '../../http';
import { CatalogReaderViews, type ReaderViews } from '../../permissions';
import { specification } from '../../schema/openapi.generated';
import { entityOf } from './driftFixture';

/**
 * Serves routes by a real backend, requests and answers held against the specification. The catalog shows
 * `component:default/payments-api` and nothing else.
 *
 * @param denied - names of permissions that the reader lacks
 */
export async function startRoutes(
  routesOf: (services: {
    httpAuth: HttpAuthService;
    readerViews: ReaderViews;
    auditor: AuditorService;
    permissions: PermissionsService;
  }) => Router,
  denied: string[] = [],
) {
  const audited: { eventId: string; meta?: object; outcome: string }[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, meta }) => ({
      success: async () =>
        void audited.push({ eventId, meta, outcome: 'success' }),
      fail: async () => void audited.push({ eventId, meta, outcome: 'fail' }),
    }),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const readerViews = new CatalogReaderViews({
    catalog: catalogServiceMock({ entities: [entityOf().entity] }),
    auditor,
    permissions,
    pseudonymKey: 'key',
  });
  const plugin = createBackendPlugin({
    pluginId: 'plumbline',
    register(env) {
      env.registerInit({
        deps: {
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ http, httpAuth }) {
          const router = Router();
          router.use(express.json());
          router.use(
            OpenApiValidator.middleware({
              apiSpec: specification as never,
              validateRequests: { allowUnknownQueryParameters: false },
              validateResponses: true,
              validateSecurity: false,
              validateApiSpec: false,
            }) as never,
          );
          router.use(
            '/v1',
            routesOf({ httpAuth, readerViews, auditor, permissions }),
          );
          router.use(requestValidationErrors);
          http.use(router);
        },
      });
    },
  });
  const { server } = await startTestBackend({ features: [plugin] });
  return {
    get: (path: string) => request(server).get(`/api/plumbline/v1${path}`),
    post: (path: string) => request(server).post(`/api/plumbline/v1${path}`),
    /** What the auditor was told. */
    audited,
  };
}
