import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ClusterRegistry } from '@plumbline/backstage-plugin-plumbline-node';
import type { ActorClassification } from '@plumbline/kube-audit';
import { Router } from 'express';
import type { AuditStore, PointsOf } from '../audit';
import type {
  FluxDeliveries,
  OwnerIndexStore,
  PlumblineEntities,
} from '../catalog';
import {
  ControllerTargets,
  type DesiredStates,
  type GitOpsControllers,
  type RepositoryAddresses,
  TargetResolver,
} from '../desired';
import type { ReaderViews } from '../permissions';
import type { PageSignals } from '../signals';
import { DriftCoverage } from './answers/DriftCoverage';
import { EntityDriftAnswers } from './answers/EntityDriftAnswers';
import { IncidentAnswers } from './answers/IncidentAnswers';
import { ManifestAnswers } from './answers/ManifestAnswers';
import { TargetViews } from './answers/TargetViews';
import { DriftHints } from './DriftHints';
import { DriftScheduler } from './DriftScheduler';
import type { DriftStore } from './DriftStore';
import { DriftTargets } from './DriftTargets';
import {
  createIgnoreRules,
  RulesOfTarget,
  type IgnoreRulesPart,
  type IgnoreRuleStore,
} from './ignoreRules';
import { createIncidentStateRoutes } from './incidentStateRoutes';
import { IncidentStates } from './IncidentStates';
import type { EnvironmentRule } from './lifecycle/severity/EnvironmentTier';
import { ManualRuns } from './ManualRuns';
import { GitPushRuns } from './push/GitPushRuns';
import {
  createObjectTreeRoutes,
  GeneratedObjects,
  ObjectTreeAnswers,
} from './objectTree';
import { createDriftRoutes } from './routes';
import { DriftRunner } from './run/DriftRunner';
import { RunQueue } from './RunQueue';
import {
  createStatisticsRoutes,
  StatisticsAnswers,
  type StatisticsStore,
} from './statistics';
import { createTimeline } from './timeline';
import { SoonRuns } from './SoonRuns';
import { TargetSyncs } from './sync/TargetSyncs';
import { createWaysOutRoutes, WaysOutAnswers } from './waysOut';

/** What the drift domain needs. */
export interface DriftOptions {
  store: DriftStore;
  ignoreRuleStore: IgnoreRuleStore;
  statisticsStore: StatisticsStore;
  audit: AuditStore;
  auditor: AuditorService;
  clusters: ClusterRegistry;
  controllers: GitOpsControllers;
  desiredStates: DesiredStates;
  deliveries: FluxDeliveries;
  addresses: RepositoryAddresses;
  entities: PlumblineEntities;
  ownerIndex: Pick<OwnerIndexStore, 'get'>;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  pointsOf: PointsOf;
  readerViews: ReaderViews;
  pages: PageSignals;
  secretKey: string;
  gitopsManagers: readonly string[];
  actors: ActorClassification;
  /** Milliseconds after which the silence of a feed counts. */
  silentAfter: number;
  concurrency: number;
  /** Milliseconds between two checks of a target. */
  interval: number;
  /** Milliseconds between a stored write and the check it starts. */
  hintDelay: number;
  /** Milliseconds between a push and the check it starts. */
  pushDelay: number;
  /** Which clusters matter how much. */
  environments: readonly EnvironmentRule[];
}

/** The drift domain, put together. */
export interface Drift {
  coverage: DriftCoverage;
  entityDrift: EntityDriftAnswers;
  gitPushes: GitPushRuns;
  hints: DriftHints;
  ignoreRuleChecks: IgnoreRulesPart['checks'];
  incidents: IncidentAnswers;
  routes: Router;
  scheduler: DriftScheduler;
  /** Starts nothing more. @returns when nothing is running */
  close(): Promise<void>;
}

/** Wires the drift domain. */
export function createDrift(options: DriftOptions): Drift {
  const { store, clusters, concurrency, interval, logger } = options;
  const runner = new DriftRunner({
    ...options,
    syncs: new TargetSyncs(options),
    ignoreRules: new RulesOfTarget({ store: options.ignoreRuleStore, logger }),
  });
  const queue = new RunQueue(runner, concurrency);
  const targets = new DriftTargets({
    ...options,
    resolver: new TargetResolver({
      clusters,
      controllers: new ControllerTargets(options),
    }),
  });
  const hints = new DriftHints({
    store,
    runner,
    queue,
    logger,
    delay: options.hintDelay,
  });
  const gitPushes = new GitPushRuns({
    ...options,
    runs: new SoonRuns({
      runner,
      queue,
      logger,
      trigger: 'git-push',
      delay: options.pushDelay,
    }),
  });
  const views = new TargetViews({ store, interval });
  const entityDrift = new EntityDriftAnswers({
    store,
    targets,
    views,
    interval,
  });
  const incidents = new IncidentAnswers({ ...options, views });
  const ignoreRules = createIgnoreRules({
    ...options,
    store: options.ignoreRuleStore,
    driftStore: store,
    runner,
    queue,
  });
  const states = new IncidentStates(options);
  return {
    coverage: new DriftCoverage({ store, views }),
    entityDrift,
    gitPushes,
    hints,
    ignoreRuleChecks: ignoreRules.checks,
    incidents,
    routes: Router().use(
      createDriftRoutes({
        ...options,
        ignoreRules: ignoreRules.routes,
        statistics: createStatisticsRoutes({
          ...options,
          statistics: new StatisticsAnswers({
            store,
            statistics: options.statisticsStore,
          }),
        }),
        incidentStates: createIncidentStateRoutes({
          ...options,
          incidents,
          states,
        }),
        entityDrift,
        incidents,
        manifests: new ManifestAnswers(options),
        runs: new ManualRuns({ targets, runner, queue }),
      }),
      createWaysOutRoutes({ ...options, waysOut: new WaysOutAnswers(options) }),
      createTimeline(options),
      createObjectTreeRoutes({
        ...options,
        objectTrees: new ObjectTreeAnswers({
          store,
          views,
          generated: new GeneratedObjects(clusters),
        }),
      }),
    ),
    scheduler: new DriftScheduler({
      targets,
      runner,
      states,
      logger,
      concurrency,
    }),
    async close() {
      gitPushes.stop();
      hints.stop();
      await queue.stop();
    },
  };
}
