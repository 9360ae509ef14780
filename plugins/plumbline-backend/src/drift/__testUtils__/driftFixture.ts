import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { normalizeEvent } from '@plumbline/kube-audit';
import type { KubeObject } from '@plumbline/kube-drift';
import type { Knex } from 'knex';
import type {
  FeedCoverage,
  FeedRecord,
  ObjectEventsQuery,
  StoredAuditEvent,
} from '../../audit';
import type { PlumblineEntity } from '../../catalog';
import {
  ControllerObjects,
  ControllerTargets,
  DesiredStates,
  GitOpsControllers,
  LocalFolders,
  LocalGitDesiredSource,
  PlainRenderer,
  TargetResolver,
} from '../../desired';
import { DatabaseDriftStore } from '../database/DatabaseDriftStore';
import { DatabaseIgnoreRuleStore, RulesOfTarget } from '../ignoreRules';
import { PageSignals } from '../../signals';
import { DriftRunner } from '../run/DriftRunner';
import { TargetSyncs } from '../sync/TargetSyncs';
import { ClusterDouble, registryOf } from './ClusterDouble';
import { GitFixture } from './GitFixture';

export const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments-api
spec:
  replicas: 3
  selector:
    matchLabels:
      app: payments-api
  template:
    metadata:
      labels:
        app: payments-api
    spec:
      containers:
        - name: api
          image: registry.example.com/payments-api:2.14.0
`;

export const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata:
  name: payments-config
data:
  PAYMENT_TIMEOUT_MS: '3000'
`;

/** The live form of {@link DEPLOYMENT}, as CI applied it. */
export function liveDeployment(
  change: { replicas?: number; image?: string; managers?: object[] } = {},
): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'payments-api',
      namespace: 'payments',
      managedFields: (change.managers ?? []) as never,
    },
    spec: {
      replicas: change.replicas ?? 3,
      selector: { matchLabels: { app: 'payments-api' } },
      template: {
        metadata: { labels: { app: 'payments-api' } },
        spec: {
          containers: [
            {
              name: 'api',
              image: change.image ?? 'registry.example.com/payments-api:2.14.0',
              imagePullPolicy: 'IfNotPresent',
            },
          ],
          restartPolicy: 'Always',
        },
      },
    },
  };
}

export function liveConfig(timeout = '3000'): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'payments-config', namespace: 'payments' },
    data: { PAYMENT_TIMEOUT_MS: timeout },
  };
}

/** Who scaled to how many, and when. */
interface Scaling {
  user?: string;
  replicas?: number;
  time: number;
  id?: string;
}

/** `kubectl scale` by a person, as kube-apiserver reports it at level RequestResponse. */
export function scaleAudit(options: Scaling) {
  const { user = 'jane@example.com', replicas = 5, time } = options;
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'RequestResponse',
    auditID: `audit-${options.id ?? time}`,
    stage: 'ResponseComplete',
    requestURI:
      '/apis/apps/v1/namespaces/payments/deployments/payments-api/scale',
    verb: 'patch',
    user: { username: user, groups: ['system:authenticated'] },
    sourceIPs: ['10.0.0.1'],
    userAgent: 'kubectl/v1.36.3 (linux/amd64) kubernetes/abcdef0',
    objectRef: {
      resource: 'deployments',
      namespace: 'payments',
      name: 'payments-api',
      apiGroup: 'apps',
      apiVersion: 'v1',
      subresource: 'scale',
    },
    responseStatus: { code: 200 },
    requestObject: { spec: { replicas } },
    responseObject: {
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata: { name: 'payments-api', namespace: 'payments' },
      spec: { replicas },
    },
    requestReceivedTimestamp: new Date(time).toISOString(),
    stageTimestamp: new Date(time).toISOString(),
  };
}

/** {@link scaleAudit} as the audit store holds it. */
export function scaleEvent(options: Scaling): StoredAuditEvent {
  const { user = 'jane@example.com', replicas = 5, time } = options;
  const event = normalizeEvent(scaleAudit(options));
  return {
    id: `event-${options.id ?? time}`,
    cluster: 'prod-eu',
    event,
    actor: { name: user, class: 'human' },
    sentence: `${user} scaled payments-api to ${replicas}`,
    command: {
      text: `kubectl scale deployment/payments-api --replicas=${replicas} -n payments`,
      confidence: 'exact',
      missing: [],
    },
    rules: [],
    resolution: { candidates: [], step: 'none', reason: '' },
    routine: false,
    key: `key-${time}`,
    requestKey: `request-${time}`,
    raw: '{}',
    sequence: 1,
    receivedAt: time,
  };
}

/** Stored events in memory, answering as the audit store does. */
export class AuditDouble {
  readonly events: StoredAuditEvent[] = [];

  async objectEvents(query: ObjectEventsQuery): Promise<StoredAuditEvent[]> {
    return this.events.filter(
      ({ cluster, event }) =>
        cluster === query.cluster &&
        event.object?.resource === query.resource &&
        event.object.name === query.name &&
        event.timeMicros <= (query.until ?? Infinity),
    );
  }

  async feeds(): Promise<FeedRecord[]> {
    const stored = this.events.length;
    return [{ cluster: 'prod-eu', stored, duplicates: 0, quarantined: 0 }];
  }

  /** What {@link coverage} answers. */
  missing: FeedCoverage = { firstEventAt: 0, silences: [], unreadable: [] };

  async coverage(): Promise<FeedCoverage> {
    return this.missing;
  }
}

export function entityOf(
  annotations: Record<string, string> = {},
): PlumblineEntity {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments-api',
      annotations: {
        'backstage.io/source-location': 'file:shop',
        'backstage.io/kubernetes-namespace': 'payments',
        'plumbline.io/manifests': 'deploy/prod',
        ...annotations,
      },
    },
  };
  return { entityRef: 'component:default/payments-api', entity };
}

/** Everything a run needs, real but for the cluster and the audit log. */
export async function createDriftFixture(knex: Knex, claimable = ['payments']) {
  const repository = await GitFixture.create();
  const cluster = new ClusterDouble();
  const audit = new AuditDouble();
  const clusters = registryOf(cluster, claimable);
  const store = new DatabaseDriftStore(knex);
  const ignoreRules = new DatabaseIgnoreRuleStore(knex);
  const limits = { bytes: 1_000_000, files: 100, depth: 5 };
  const local = new LocalGitDesiredSource({
    folders: new LocalFolders([repository.root]),
    limits,
  });
  const controllers = new GitOpsControllers(
    new ControllerObjects({ clusters }),
  );
  const deliveries = { of: async () => [] };
  const desiredStates = new DesiredStates({
    controllers,
    sources: { url: local, file: local },
    clusters,
    renderers: [new PlainRenderer()],
  });
  const logger = mockServices.logger.mock();
  const published: unknown[] = [];
  const pages = new PageSignals({
    logger,
    signals: { publish: async message => void published.push(message) },
  });
  const clock = { now: Date.parse('2026-11-20T14:00:00Z') };
  const runner = new DriftRunner({
    store,
    syncs: new TargetSyncs({
      controllers,
      ownerIndex: { get: async () => [] },
      logger,
    }),
    audit,
    clusters,
    desiredStates,
    pages,
    ignoreRules: new RulesOfTarget({ store: ignoreRules, logger }),
    logger,
    gitopsManagers: [],
    silentAfter: 900_000,
    secretKey: 'key',
    interval: 600_000,
    environments: [],
    now: () => clock.now,
  });
  const resolver = new TargetResolver({
    clusters,
    controllers: new ControllerTargets({ clusters, controllers, deliveries }),
  });
  return {
    repository,
    cluster,
    audit,
    clusters,
    store,
    ignoreRules,
    desiredStates,
    logger,
    published,
    pages,
    clock,
    runner,
    resolver,
    /** Stores the targets of an entity. @returns them */
    declare: async (entity = entityOf()) => {
      const resolved = await resolver.resolve(entity);
      if (resolved.kind !== 'targets') {
        throw new Error(resolved.reason);
      }
      await store.saveTargets(entity.entityRef, resolved.targets);
      return resolved.targets;
    },
    /** Looks at a target; the clock goes on by a minute before. */
    look: async (targetId: string) => {
      clock.now += 60_000;
      await runner.run(targetId, 'schedule');
    },
  };
}

export type DriftFixture = Awaited<ReturnType<typeof createDriftFixture>>;
