import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { plumblineClustersExtensionPoint } from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import type { Knex } from 'knex';
import request from 'supertest';
import { ClusterDouble } from '../drift/__testUtils__/ClusterDouble';
import { entityOf, liveDeployment } from '../drift/__testUtils__/driftFixture';
import { GitFixture } from '../drift/__testUtils__/GitFixture';
import { plumblinePlugin } from '../plugin';
import type { Canaries } from './Canaries';
import { appliedBefore, secretBody, secretVariables } from './secretRequests';

/** The service, as it stands in paths. */
export const SERVICE = 'component/default/payments-api';
const SENDER = 'external:prod-eu';

/** A Deployment with secrets for variables, as Git or the cluster has it. */
function deployment(canaries: Canaries, place: string): KubeObject {
  const object = liveDeployment();
  const spec = {
    ...(object.spec as object),
    template: {
      metadata: { labels: { app: 'payments-api' } },
      spec: {
        containers: [
          {
            name: 'api',
            image: 'registry.example.com/payments-api:2.14.0',
            env: secretVariables(canaries, place),
          },
        ],
      },
    },
  };
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: appliedBefore({
        spec: {
          template: {
            spec: {
              containers: [
                { env: secretVariables(canaries, `${place}: last-applied`) },
              ],
            },
          },
        },
      }),
    },
    spec,
  } as KubeObject;
}

function configMap(canaries: Canaries, place: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'payments-config', namespace: 'payments' },
    data: {
      'redis-password': canaries.next(`${place}: ConfigMap`),
      PAYMENT_TIMEOUT_MS: String(place.length),
    },
  };
}

/** All that one side has; nothing of it equals anything of another side. */
function side(canaries: Canaries, place: string): KubeObject[] {
  return [
    secretBody(canaries, place),
    deployment(canaries, place),
    configMap(canaries, place),
  ];
}

/** As a file in Git: JSON is YAML, too. */
function manifests(objects: KubeObject[]): string {
  return objects.map(object => JSON.stringify(object)).join('\n---\n');
}

/** The whole plugin in a backend, with a service whose manifests, objects and requests are full of secrets. */
export async function startWithSecrets(knex: Knex, canaries: Canaries) {
  const repository = await GitFixture.create();
  const cluster = new ClusterDouble();
  /** What went out otherwise than as an answer. */
  const told: unknown[] = [];
  const commit = (text: string, message: string) =>
    repository.commit({ 'deploy/prod/all.yaml': text }, message);
  const inGit = side(canaries, 'Git');
  await commit(manifests(inGit), 'Deploy payments');
  inGit.forEach(object => cluster.set(withoutStringData(object)));

  const { server } = await startTestBackend({
    features: [
      plumblinePlugin,
      createBackendModule({
        pluginId: 'plumbline',
        moduleId: 'cluster',
        register(env) {
          env.registerInit({
            deps: { clusters: plumblineClustersExtensionPoint },
            async init({ clusters }) {
              clusters.addClusterAccess(cluster);
            },
          });
        },
      }),
      catalogServiceMock.factory({ entities: [entityOf().entity] }),
      ...recorders(told),
      mockServices.database.factory({ knex }),
      mockServices.scheduler.mock({
        createScheduledTaskRunner: () => ({ run: async () => {} }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          plumbline: {
            clusters: [
              {
                name: cluster.cluster,
                access: 'none',
                auditSubject: SENDER,
                claimable: { namespaces: ['payments'] },
              },
            ],
            git: { localFolders: [repository.root] },
          },
        },
      }),
    ],
  });
  const address = `http://localhost:${server.port()}/api/plumbline/v1`;
  const ask = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
  ) =>
    request(server)
      [method](`/api/plumbline/v1${path}`)
      .set('authorization', mockCredentials.user.header())
      .send(body);

  return {
    knex,
    told,
    ask,
    /** Posts a body as an API server does. */
    send: (body: string) =>
      request(server)
        .post(`/api/plumbline/v1/clusters/${cluster.cluster}/audit-events`)
        .set(
          'authorization',
          mockCredentials.service.header({
            onBehalfOf: mockCredentials.service(SENDER),
            targetPluginId: 'plumbline',
          }),
        )
        .set('content-type', 'application/json')
        .send(body),
    /** Checks the service now. */
    look: async () => {
      await ask('post', `/entities/${SERVICE}/drift-runs`).expect(202);
      for (;;) {
        const { body } = await ask('get', `/entities/${SERVICE}/drift`);
        if (!body.running) {
          return;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    /** All values change in the cluster. */
    drift: (place: string) =>
      side(canaries, place).forEach(object =>
        cluster.set(withoutStringData(object)),
      ),
    /** All values change in Git. */
    push: (place: string) =>
      commit(manifests(side(canaries, place)), `Change ${place}`),
    /** Git holds a file that cannot be read. */
    pushBroken: (text: string) =>
      repository.commit({ 'deploy/prod/broken.yaml': text }, 'Break it'),
    fail: (what: string) => cluster.faults.set(what, 'forbidden'),
    /** What the live tail sends while something is done. */
    tail: async (during: () => Promise<unknown>) => {
      const stop = new AbortController();
      const response = await fetch(`${address}/audit-events/stream`, {
        headers: { authorization: mockCredentials.user.header() },
        signal: stop.signal,
      });
      const reader = response.body!.pipeThrough(new TextDecoderStream());
      let text = '';
      const reading = (async () => {
        for await (const part of reader) {
          text += part;
        }
      })().catch((error: Error) => {
        if (error.name !== 'AbortError') {
          throw error;
        }
      });
      await during();
      await new Promise(resolve => setTimeout(resolve, 500));
      stop.abort();
      await reading;
      return text;
    },
    remove: () => repository.remove(),
  };
}

/** The API server keeps all of a Secret in its `data`. */
function withoutStringData(object: KubeObject): KubeObject {
  const { stringData, ...rest } = object;
  return rest as KubeObject;
}

/** Loggers, signals and the auditor write down what they are given. */
function recorders(told: unknown[]) {
  const note = (...given: unknown[]) => void told.push(given);
  const logger: LoggerService = {
    error: note,
    warn: note,
    info: note,
    debug: note,
    child: meta => {
      note(meta);
      return logger;
    },
  };
  return [
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({ publish: async message => note(message) }),
    }),
    createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => ({
        createEvent: async event => {
          note(event);
          return {
            success: async outcome => note(outcome),
            fail: async outcome => note(outcome),
          };
        },
      }),
    }),
  ];
}
