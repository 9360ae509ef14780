import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { GitHostDouble } from '@plumbline/kube-testbed';
import type { Knex } from 'knex';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  DatabaseOwnerIndexStore,
  FluxDeliveries,
  OwnerIndexRefresher,
  type PlumblineEntity,
} from '../../../catalog';
import {
  ControllerObjects,
  ControllerTargets,
  createDesiredStates,
  createRenderers,
  GitOpsControllers,
  TargetResolver,
  type DriftTarget,
} from '../../../desired';
import { AuditDouble } from '../../__testUtils__/driftFixture';
import { DatabaseDriftStore } from '../../database/DatabaseDriftStore';
import { DatabaseIgnoreRuleStore, RulesOfTarget } from '../../ignoreRules';
import { DriftRunner } from '../../run/DriftRunner';
import { TargetSyncs } from '../TargetSyncs';
import type { GitOpsCluster } from './GitOpsCluster';

/** What {@link createGitOpsBench} makes. */
export type GitOpsBench = Awaited<ReturnType<typeof createGitOpsBench>>;

/** Everything from an entity to findings, reading from a real cluster and from a Git host over HTTP. */
export async function createGitOpsBench(
  cluster: GitOpsCluster,
  host: GitHostDouble,
  knex: Knex,
) {
  const logger = mockServices.logger.mock();
  const config = new ConfigReader({ integrations: host.integrations });
  const known = cluster.known;
  const clusters = {
    list: async () => [known],
    get: async (name: string) => (name === known.name ? known : undefined),
  };
  const entities: PlumblineEntity[] = [];
  const controllers = new GitOpsControllers(
    new ControllerObjects({ clusters }),
  );
  const index = new DatabaseOwnerIndexStore(knex);
  const store = new DatabaseDriftStore(knex);
  const work = join(cluster.folder, 'renders');
  await mkdir(work, { recursive: true });
  const desiredStates = createDesiredStates({
    urlReader: UrlReaders.default({ config, logger }),
    integrations: ScmIntegrations.fromConfig(config),
    localFolders: [],
    limits: { bytes: 1_000_000, files: 100, depth: 8 },
    logger,
    controllers,
    clusters,
    renderers: createRenderers({
      config: {
        kustomizeCommand: undefined,
        helmCommand: undefined,
        timeout: 30_000,
        outputBytes: 1_000_000,
        concurrency: 2,
        workingFolder: work,
      },
      added: [],
      lifecycle: mockServices.lifecycle.mock(),
      logger,
      searchPath: dirname(cluster.binaries.kubectl),
    }),
  });
  const resolver = new TargetResolver({
    clusters,
    controllers: new ControllerTargets({
      clusters,
      controllers,
      deliveries: new FluxDeliveries({
        index,
        entities: { list: async () => entities },
        now: () => Date.now(),
      }),
    }),
  });
  const runner = new DriftRunner({
    store,
    syncs: new TargetSyncs({ controllers, ownerIndex: index, logger }),
    audit: new AuditDouble(),
    clusters,
    desiredStates,
    pages: { send: () => {} },
    ignoreRules: new RulesOfTarget({
      store: new DatabaseIgnoreRuleStore(knex),
      logger,
    }),
    logger,
    gitopsManagers: [],
    silentAfter: 900_000,
    secretKey: 'key',
    interval: 600_000,
    environments: [],
  });
  return {
    resolver,
    /** Learns from the cluster what marks its objects bear. */
    learn: () =>
      new OwnerIndexRefresher({
        clusters,
        store: index,
        logger,
        retention: undefined,
      }).refresh(),
    /** An entity with annotations. */
    entity: (name: string, annotations: Record<string, string>) => {
      const entity: PlumblineEntity = {
        entityRef: `component:default/${name}`,
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name, annotations },
        },
      };
      entities.push(entity);
      return entity;
    },
    /** Resolves the targets of an entity, looks at them and tells what was seen. */
    look: async (entity: PlumblineEntity) => {
      const resolved = await resolver.resolve(entity);
      if (resolved.kind !== 'targets') {
        throw new Error(resolved.reason);
      }
      await store.saveTargets(entity.entityRef, resolved.targets);
      const ids = resolved.targets.map(({ id }: DriftTarget) => id);
      for (const id of ids) {
        await runner.run(id, 'schedule');
      }
      const findings = await store.openFindings(ids);
      return {
        targets: await store.listTargets({ ids }),
        findings: findings.map(({ ref, path, type, verdict, direction }) =>
          [ref, path, type, verdict, direction].join(' '),
        ),
      };
    },
  };
}
