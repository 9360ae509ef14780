import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { KnownCluster } from '@plumbline/backstage-plugin-plumbline-node';
import {
  ControlPlane,
  runCommand,
  type ClusterBinaries,
} from '@plumbline/kube-testbed';
import type { Knex } from 'knex';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  DatabaseOwnerIndexStore,
  FluxDeliveries,
  OwnerIndexRefresher,
  type PlumblineEntity,
} from '../../../catalog';
import {
  ApiServerClusterAccess,
  KubeconfigTransport,
} from '../../../clusters/apiServer';
import {
  ControllerObjects,
  ControllerTargets,
  createDesiredStates,
  createRenderers,
  GitOpsControllers,
  TargetResolver,
  type DriftTarget,
} from '../../../desired';
import { GitHostDouble } from '../../../desired/__testUtils__/GitHostDouble';
import { AuditDouble } from '../../__testUtils__/driftFixture';
import { DatabaseDriftStore } from '../../database/DatabaseDriftStore';
import { DriftSignals } from '../../DriftSignals';
import { DatabaseIgnoreRuleStore, RulesOfTarget } from '../../ignoreRules';
import { DriftRunner } from '../../run/DriftRunner';
import { TargetSyncs } from '../TargetSyncs';
import { CONTROLLER_DEFINITIONS, CONTROLLER_KINDS } from './controllerKinds';

const CLUSTER = 'prod';
const NO_AUDIT =
  'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: None }]\n';

/** A real control plane with the kinds of Argo CD and Flux, whose namespace `shop` entities may claim. */
export class GitOpsCluster {
  private constructor(
    readonly plane: ControlPlane,
    readonly binaries: ClusterBinaries,
    readonly folder: string,
  ) {}

  static async start(binaries: ClusterBinaries): Promise<GitOpsCluster> {
    const folder = await mkdtemp(join(tmpdir(), 'gitops-'));
    const auditPolicy = join(folder, 'policy.yaml');
    await writeFile(auditPolicy, NO_AUDIT);
    const plane = await ControlPlane.start({
      binaries,
      folder: join(folder, 'plane'),
      auditPolicy,
    });
    await plane.mustRun('admin', ['apply', '-f', '-'], {
      input: CONTROLLER_KINDS,
    });
    await plane.mustRun('admin', [
      ...['wait', '--for=condition=Established', '--timeout=60s'],
      ...CONTROLLER_DEFINITIONS,
    ]);
    for (const namespace of ['argocd', 'flux-system', 'shop']) {
      // The control plane has some of them for its own accounts.
      const { stdout } = await plane.run('admin', [
        ...['create', 'namespace', namespace],
        ...['--dry-run=client', '-o', 'yaml'],
      ]);
      await plane.mustRun('admin', ['apply', '-f', '-'], { input: stdout });
    }
    return new GitOpsCluster(plane, binaries, folder);
  }

  get known(): KnownCluster {
    return {
      name: CLUSTER,
      claimableNamespaces: ['shop'],
      access: new ApiServerClusterAccess({
        cluster: CLUSTER,
        kind: 'kubeconfig',
        transport: new KubeconfigTransport({
          cluster: CLUSTER,
          source: { kind: 'file', path: this.plane.kubeconfigOf('admin') },
        }),
      }),
    };
  }

  /** Makes an object as its owner would, then its status as its controller would. */
  async put(object: {
    kind: string;
    metadata: { name: string; namespace: string };
    status?: object;
  }): Promise<void> {
    const { status, ...written } = object;
    await this.plane.mustRun('admin', ['apply', '-f', '-'], {
      input: JSON.stringify(written),
    });
    if (status) {
      await this.plane.mustRun('admin', [
        ...['patch', object.kind, object.metadata.name],
        ...['-n', object.metadata.namespace],
        ...['--subresource=status', '--type=merge'],
        ...['-p', JSON.stringify({ status })],
      ]);
    }
  }

  /** Applies as Argo CD does: client-side, under its name. */
  async applyAsArgo(yaml: string): Promise<void> {
    await this.plane.mustRun(
      'argocd',
      [
        ...['apply', '-n', 'shop', '-f', '-'],
        '--field-manager=argocd-controller',
      ],
      { input: yaml },
    );
  }

  /** Applies as Flux does: server-side, under the name of a controller. */
  async applyAsFlux(yaml: string, manager: string): Promise<void> {
    await this.plane.mustRun(
      'argocd',
      [
        ...['apply', '-n', 'shop', '-f', '-', '--server-side'],
        ...['--force-conflicts', `--field-manager=${manager}`],
      ],
      { input: yaml },
    );
  }

  /** Installs a chart by Helm, as a release of the namespace `shop`. */
  async installChart(
    release: string,
    chart: Record<string, string>,
    values: Record<string, number>,
  ): Promise<void> {
    const folder = await mkdtemp(join(this.folder, 'chart-'));
    for (const [path, text] of Object.entries(chart)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { code, stderr } = await runCommand(
      join(dirname(this.binaries.kubectl), 'helm'),
      [
        ...['install', release, join(folder, 'charts/web'), '-n', 'shop'],
        ...Object.entries(values).map(
          ([key, value]) => `--set=${key}=${value}`,
        ),
      ],
      {
        env: { HOME: folder, KUBECONFIG: this.plane.kubeconfigOf('admin') },
      },
    );
    if (code !== 0) {
      throw new Error(`helm install: ${stderr}`);
    }
  }

  async stop(): Promise<void> {
    await this.plane.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

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
    signals: new DriftSignals({ logger, signals: { publish: async () => {} } }),
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
