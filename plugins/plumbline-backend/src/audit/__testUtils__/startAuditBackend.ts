import {
  coreServices,
  createBackendPlugin,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import { defaultRuleSet } from '@plumbline/kube-audit';
import { issueLoopbackCertificate } from '@plumbline/kube-testbed';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { migrate } from '../../database';
import { DatabaseAuditStore } from '../database/DatabaseAuditStore';
import { EventAcceptor } from '../ingest/EventAcceptor';
import { IngestListener } from '../ingest/IngestListener';
import { createIngestRoutes } from '../ingest/ingestRoutes';
import { IngestService } from '../ingest/IngestService';
import { SenderCheck } from '../ingest/SenderCheck';
import type { IngestParticipant } from '../IngestParticipant';
import { namespaceResolver } from './sampleAuditEvents';

/** Tokens of the senders of {@link startAuditBackend}. */
export const tokens = {
  prod: 'token-of-the-prod-cluster',
  prodRotated: 'second-token-of-the-prod-cluster',
  staging: 'token-of-the-staging-cluster',
  /** May use our plugin, but not send audit events. */
  reader: 'token-of-another-service',
};

const subjects: Record<string, string> = {
  prod: 'audit-prod',
  staging: 'audit-staging',
  drained: 'reader',
};

const registry: Pick<ClusterRegistry, 'get'> = {
  get: async name =>
    Object.hasOwn(subjects, name)
      ? { name, auditSubject: subjects[name], claimableNamespaces: [] }
      : undefined,
};

const staticToken = (token: string, subject: string, permission: string) => ({
  type: 'static',
  options: { token, subject },
  accessRestrictions: [{ plugin: 'plumbline', permission }],
});

const INGEST = 'plumbline.audit-event.create';

/** Where a kube-apiserver of the cluster `prod` posts to. */
export const INGEST_PATH =
  '/api/plumbline/v1/clusters/prod/audit-events?timeout=30s';

/** The sender of `prod` unless told otherwise. */
export interface PostOptions {
  path?: string;
  token?: string;
  headers?: Record<string, string>;
}

/** A Backstage backend with Backstage's own authentication that takes audit events, and the TLS listener beside it. */
export async function startAuditBackend(options: {
  knex: Knex;
  participants?: IngestParticipant[];
  maxBodyBytes?: number;
  logger?: LoggerService;
}) {
  const { knex, participants = [], maxBodyBytes = 32 * 1024 ** 2 } = options;
  await migrate(knex);
  const store = new DatabaseAuditStore(knex);
  const ingest = new IngestService({
    store,
    acceptor: new EventAcceptor({
      resolver: namespaceResolver,
      actors: {},
      rules: defaultRuleSet,
    }),
    participants,
    logger: options.logger ?? mockServices.logger.mock(),
    maxEventBytes: 4 * 1024 ** 2,
  });
  const certificate = await issueLoopbackCertificate(1);
  let listener: IngestListener | undefined;

  const plugin = createBackendPlugin({
    pluginId: 'plumbline',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          logger: coreServices.logger,
        },
        async init({ httpAuth, httpRouter, permissions, logger }) {
          const sender = new SenderCheck({
            httpAuth,
            permissions,
            clusters: registry,
          });
          const routes = createIngestRoutes({ sender, ingest, maxBodyBytes });
          httpRouter.use(express.Router().use('/v1', routes));
          httpRouter.addAuthPolicy({
            path: '/v1/clusters/:cluster/audit-events',
            allow: 'unauthenticated',
          });
          listener = new IngestListener({
            host: '127.0.0.1',
            port: 0,
            ...certificate,
            routes,
            logger,
          });
          await listener.start();
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      authServiceFactory,
      httpAuthServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            auth: {
              externalAccess: [
                staticToken(tokens.prod, 'audit-prod', INGEST),
                staticToken(tokens.prodRotated, 'audit-prod', INGEST),
                staticToken(tokens.staging, 'audit-staging', INGEST),
                staticToken(tokens.reader, 'reader', 'plumbline.drift.read'),
              ],
            },
          },
        },
      }),
    ],
  });
  return {
    store,
    ingest,
    /** Posts a body as a sender of this cluster. */
    post: (
      body: string | Buffer,
      {
        path = INGEST_PATH,
        token = tokens.prod,
        headers = {},
      }: PostOptions = {},
    ) =>
      request(backend.server)
        .post(path)
        .set('authorization', `Bearer ${token}`)
        // The test client would write a buffer as JSON.
        .set(
          'content-type',
          typeof body === 'string'
            ? 'application/json'
            : 'application/octet-stream',
        )
        .set(headers)
        .send(body),
    /** How many rows a table has. */
    rows: async (table: string) =>
      Number((await knex(table).count({ count: '*' }))[0].count),
    ca: certificate.ca,
    server: backend.server,
    listener: listener!,
    async stop() {
      await ingest.close();
      await listener!.stop();
      await backend.stop();
    },
  };
}
