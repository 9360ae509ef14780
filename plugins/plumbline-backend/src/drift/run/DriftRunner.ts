import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  ClusterAccessError,
  type ClusterRegistry,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { ActorClassification } from '@plumbline/kube-audit';
import type { AuditStore } from '../../audit';
import { sortableId } from '../../database/sortableId';
import {
  DesiredStateError,
  type DesiredStates,
  type SyncState,
} from '../../desired';
import type { PageSignals } from '../../signals';
import type { RulesOfTarget } from '../ignoreRules/RulesOfTarget';
import { LateRunError, type DriftStore, type TargetState } from '../DriftStore';
import { reconcile } from '../lifecycle/reconcile';
import {
  tierOf,
  type EnvironmentRule,
} from '../lifecycle/severity/EnvironmentTier';
import type { Observation } from '../Observation';
import type { ProblemStep, RunRecord, RunTrigger } from '../records';
import { readBase } from '../sync/readBase';
import type { TargetSyncs } from '../sync/TargetSyncs';
import { ClusterSchemas } from './ClusterSchemas';
import { declaredWithoutCluster } from './declaredObject';
import { observeTarget } from './observeTarget';
import { remarksOf } from './remarksOf';

/** What a runner needs. */
export interface DriftRunnerOptions {
  store: DriftStore;
  audit: Pick<AuditStore, 'objectEvents' | 'feeds' | 'coverage'>;
  clusters: ClusterRegistry;
  desiredStates: DesiredStates;
  syncs: Pick<TargetSyncs, 'of'>;
  pages: Pick<PageSignals, 'send'>;
  ignoreRules: Pick<RulesOfTarget, 'of'>;
  logger: LoggerService;
  gitopsManagers: readonly string[];
  /** Who is a pipeline, a controller, a person. */
  actors?: ActorClassification;
  /** How long a feed may bring nothing before its silence counts, milliseconds. */
  silentAfter: number;
  /** Key of the digests of values. */
  secretKey: string;
  /** How often targets are checked, milliseconds. */
  interval: number;
  /** Which clusters matter how much. */
  environments: readonly EnvironmentRule[];
  /** Clock; milliseconds since the epoch. */
  now?: () => number;
}

type Unobservable = Extract<Observation, { kind: 'unobservable' }>;
/** What was learned before the look failed. */
type Seen = Pick<Unobservable, 'commit' | 'renderedBy' | 'declared'>;

/** Looks at one target from end to end and stores what it saw. */
export class DriftRunner {
  readonly #options: DriftRunnerOptions;
  readonly #now: () => number;
  readonly #schemas = new ClusterSchemas();

  constructor(options: DriftRunnerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Announces a run; {@link perform} does it. */
  queue(targetId: string, trigger: RunTrigger): Promise<RunRecord> {
    return this.#options.store.queueRun(targetId, trigger, this.#now());
  }

  /** Announces a run and does it. */
  async run(targetId: string, trigger: RunTrigger): Promise<void> {
    await this.perform(await this.queue(targetId, trigger));
  }

  /** Does an announced run. Never throws: what goes wrong is stored with the run. */
  async perform(run: RunRecord): Promise<void> {
    const { store, logger } = this.#options;
    try {
      await this.#perform(await store.startRun(run, this.#now()));
    } catch (error) {
      if (!(error instanceof LateRunError)) {
        logger.error(`Drift run ${run.id} failed: ${stringifyError(error)}`);
      }
      await this.#recordFailure(run, error);
    }
  }

  async #perform(run: RunRecord): Promise<void> {
    const { store, pages, interval, environments, gitopsManagers } =
      this.#options;
    const begunAt = run.startedAt;
    const state = await store.readState(run.targetId, begunAt);
    if (!state) {
      throw new LateRunError('The target is no longer declared');
    }
    const sync = await this.#options.syncs.of(state);
    const observation = {
      ...(await this.#observe(state, begunAt, sync)),
      sync,
    };
    const now = this.#now();
    await store.commitRun(run, now, current =>
      reconcile(current, observation, {
        begunAt,
        now,
        interval,
        tier: tierOf(state.target.cluster, environments),
        managers: { gitopsManagers },
        newId: () => sortableId(now),
      }),
    );
    pages.send('plumbline:drift');
  }

  async #observe(
    state: TargetState,
    begunAt: number,
    sync: SyncState | undefined,
  ): Promise<Observation> {
    const { target } = state;
    const { clusters, desiredStates } = this.#options;
    if (target.problem !== undefined) {
      return unobservable('cluster', target.problem);
    }
    const cluster = await clusters.get(target.cluster);
    if (!cluster) {
      return unobservable(
        'cluster',
        `No cluster of the name ${target.cluster} is configured`,
      );
    }
    let seen: Seen = {};
    try {
      const desired = await desiredStates.read(target);
      seen = {
        commit: desired.commit,
        renderedBy: desired.renderer,
        declared: declaredWithoutCluster(desired, target),
      };
      const { access } = cluster;
      if (!access) {
        return unobservable(
          'cluster',
          `${cluster.name} is configured without access: only its audit events are used`,
          seen,
        );
      }
      const base = await readBase(desiredStates, target, desired, sync);
      const observation = await observeTarget({
        ...this.#options,
        begunAt,
        now: this.#now,
        schemas: this.#schemas,
        state,
        cluster: { ...cluster, access },
        desired,
        base: base.objects,
        ignoreRules: await this.#options.ignoreRules.of(
          target,
          begunAt,
          desired.ignoreRules,
        ),
      });
      return {
        ...observation,
        readFolder: desired.folder,
        remarks: remarksOf(desired, base.remark),
      };
    } catch (error) {
      return problemOf(error, seen);
    }
  }

  async #recordFailure(run: RunRecord, error: unknown): Promise<void> {
    const { store, logger } = this.#options;
    // Details are in the log: they may quote what a reader must not see.
    const text =
      error instanceof LateRunError
        ? error.message
        : 'The run could not be finished; the log of the backend says why';
    try {
      await store.failRun(run, text, this.#now());
    } catch (storeError) {
      logger.error(
        `The end of drift run ${run.id} could not be stored: ${stringifyError(
          storeError,
        )}`,
      );
    }
  }
}

function unobservable(
  step: ProblemStep,
  reason: string,
  seen: Seen = {},
): Unobservable {
  return { kind: 'unobservable', step, reason, ...seen };
}

/** Only what is understood is a fact about the target; anything else is a failure of the run. */
function problemOf(error: unknown, seen: Seen): Unobservable {
  if (error instanceof ClusterAccessError) {
    return unobservable(
      'cluster',
      `${error.cluster} could not be read: ${error.message}`,
      seen,
    );
  }
  if (error instanceof DesiredStateError) {
    const isAboutFiles =
      error.problem === 'no-manifests' ||
      error.problem === 'too-large' ||
      error.problem === 'unsupported';
    return unobservable(isAboutFiles ? 'manifests' : 'location', error.message);
  }
  throw error;
}
