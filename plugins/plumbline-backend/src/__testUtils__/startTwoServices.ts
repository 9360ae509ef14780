import {
  createBackendModule,
  type BackstageCredentials,
  type BackstageServicePrincipal,
  type BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { plumblineClustersExtensionPoint } from '@plumbline/backstage-plugin-plumbline-node';
import request from 'supertest';
import { ClusterDouble } from '../drift/__testUtils__/ClusterDouble';
import {
  CONFIG,
  DEPLOYMENT,
  liveConfig,
  liveDeployment,
  scaleAudit,
} from '../drift/__testUtils__/driftFixture';
import { GitFixture } from '../drift/__testUtils__/GitFixture';
import { plumblinePlugin } from '../plugin';

/** The service that everybody sees, as it stands in paths. */
export const VISIBLE = 'component/default/payments-api';
/** The service that only {@link OWNER} sees. */
export const HIDDEN = 'component/default/ledger';

/** Sees everything. */
const OWNER = 'user:default/owner';
const SENDER = 'external:prod-eu';

const entityOf = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'backstage.io/source-location': 'file:shop',
      'backstage.io/kubernetes-namespace': 'payments',
      'plumbline.io/manifests': `deploy/${name}`,
    },
  },
  spec: { type: 'service' },
});

const ledgerConfig = (text: string) => ({
  ...liveConfig(text),
  metadata: { name: 'ledger-config', namespace: 'payments' },
});

/**
 * The whole plugin in a backend, with two services that declare one and the same Deployment, scaled by hand with an audit
 * event to prove it. One service has a ConfigMap of its own that differs. Of the two, readers see the other one only.
 */
export async function startTwoServices() {
  const repository = await GitFixture.create();
  const manifests = (name: string) =>
    `${DEPLOYMENT}---\n${CONFIG.replace('payments-config', `${name}-config`)}`;
  await repository.commit(
    {
      'deploy/payments-api/all.yaml': manifests('payments'),
      'deploy/ledger/all.yaml': manifests('ledger'),
    },
    'Deploy both',
  );
  const cluster = new ClusterDouble();
  cluster.set(liveDeployment());
  cluster.set(liveConfig());
  cluster.set(ledgerConfig('3000'));

  const { server } = await startTestBackend({
    features: [
      plumblinePlugin,
      clusterModule(cluster),
      catalogOfTwo(),
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

  const as = (user?: string) => (method: Method, path: string, body?: object) =>
    request(server)
      [method](`/api/plumbline/v1${path}`)
      .set('authorization', mockCredentials.user.header(user))
      .send(body);
  const owner = as(OWNER);
  const lookAt = async (entity: string) => {
    await owner('post', `/entities/${entity}/drift-runs`).expect(202);
    for (;;) {
      const { body } = await owner('get', `/entities/${entity}/drift`);
      if (!body.running) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };

  await lookAt(VISIBLE);
  await lookAt(HIDDEN);
  cluster.set(liveDeployment({ replicas: 5 }));
  cluster.set(ledgerConfig('8000'));
  await request(server)
    .post(`/api/plumbline/v1/clusters/${cluster.cluster}/audit-events`)
    .set(
      'authorization',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(SENDER),
        targetPluginId: 'plumbline',
      }),
    )
    .send({
      kind: 'EventList',
      apiVersion: 'audit.k8s.io/v1',
      items: [scaleAudit({ time: Date.now() })],
    })
    .expect(200);
  await lookAt(VISIBLE);
  await lookAt(HIDDEN);

  return {
    /** Asks as somebody who sees both. */
    owner,
    /** Asks as somebody who sees one. */
    reader: as(),
    lookAt,
    remove: () => repository.remove(),
  };
}

type Method = 'get' | 'post' | 'put' | 'delete';

function clusterModule(cluster: ClusterDouble) {
  return createBackendModule({
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
  });
}

/** A catalog that shows one service to everybody, and both to the owner and to the backend itself. */
function catalogOfTwo() {
  const both = [entityOf('payments-api'), entityOf('ledger')];
  const whole = catalogServiceMock({ entities: both });
  const part = catalogServiceMock({ entities: both.slice(0, 1) });
  const seenBy = (options?: object) => (isReader(options) ? part : whole);
  return catalogServiceMock.mock({
    queryEntities: (query, options) =>
      seenBy(options).queryEntities(query, options),
    getEntitiesByRefs: (query, options) =>
      seenBy(options).getEntitiesByRefs(query, options),
    getEntityByRef: (ref, options) =>
      seenBy(options).getEntityByRef(ref, options),
  }).factory;
}

function isReader(options: object = {}): boolean {
  const { credentials } = options as { credentials?: BackstageCredentials };
  const principal = credentials?.principal as
    | BackstageUserPrincipal
    | BackstageServicePrincipal
    | undefined;
  return principal?.type === 'user' && principal.userEntityRef !== OWNER;
}
