import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express, { Router } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { Knex } from 'knex';
import request from 'supertest';
import { requestValidationErrors } from '../../http';
import { CatalogReaderViews } from '../../permissions';
import { specification } from '../../schema/openapi.generated';
import { createIgnoreRules, type IgnoreRulesPart } from '../ignoreRules';
import { RunQueue } from '../RunQueue';
import { createDriftFixture, entityOf } from './driftFixture';

export const VISIBLE = 'component:default/payments-api';
export const HIDDEN = 'component:default/ledger';

/**
 * The routes of ignore rules in a real backend, with real runs, requests and answers held against the specification.
 *
 * @param denied - names of permissions that the reader lacks
 */
export async function startIgnoreRules(knex: Knex, denied: string[] = []) {
  const fixture = await createDriftFixture(knex);
  const { clock, logger, runner } = fixture;
  const queue = new RunQueue(runner, 1);
  const changes: unknown[] = [];
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, meta }) => ({
      success: async () => void changes.push({ eventId, meta }),
      fail: async ({ error }) => void changes.push({ eventId, meta, error }),
    }),
  });
  let part: IgnoreRulesPart | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'plumbline',
    register(env) {
      env.registerInit({
        deps: {
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ http, httpAuth }) {
          part = createIgnoreRules({
            store: fixture.ignoreRules,
            driftStore: fixture.store,
            runner,
            queue,
            auditor,
            httpAuth,
            logger,
            permissions,
            readerViews: new CatalogReaderViews({
              catalog: catalogServiceMock({ entities: [entityOf().entity] }),
              auditor: mockServices.auditor.mock({
                createEvent: async () => ({
                  success: async () => {},
                  fail: async () => {},
                }),
              }),
              permissions,
              pseudonymKey: 'key',
            }),
            secretKey: 'key',
            now: () => clock.now,
          });
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
          router.use('/v1', part.routes);
          router.use(requestValidationErrors);
          http.use(router);
        },
      });
    },
  });
  const { server } = await startTestBackend({ features: [plugin] });
  const path = '/api/plumbline/v1/ignore-rules';
  return {
    ...fixture,
    queue,
    /** What the auditor recorded of changes. */
    changes,
    checkExpired: () => part?.checks.checkExpired(),
    list: (query = {}) => request(server).get(path).query(query),
    create: (body: object) => request(server).post(path).send(body),
    update: (id: string, body: object) =>
      request(server).put(`${path}/${id}`).send(body),
    remove: (id: string) => request(server).delete(`${path}/${id}`),
    preview: (body: object, query = {}) =>
      request(server).post(`${path}/preview`).query(query).send(body),
    importText: (ignoreDifferences: string) =>
      request(server).post(`${path}/import`).send({ ignoreDifferences }),
  };
}
