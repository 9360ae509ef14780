import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterAccess,
  ClusterGetQuery,
  ClusterList,
  ClusterListQuery,
  ClusterResource,
} from '@plumbline/backstage-plugin-plumbline-node';
import type { KubeObject } from '@plumbline/kube-drift';
import type { ClusterHealthStore, LookOutcome } from './ClusterHealth';
import { healthOfFailedLook } from './healthOfLook';

/** How often the same outcome is written again. */
const REPEAT_INTERVAL = 30_000;

/** Looks at a cluster through another access and keeps how it went. */
export class HealthRecordingClusterAccess implements ClusterAccess {
  readonly cluster: string;
  readonly kind: ClusterAccess['kind'];
  readonly watch?: ClusterAccess['watch'];
  readonly version?: ClusterAccess['version'];
  readonly openApiPaths?: ClusterAccess['openApiPaths'];
  readonly openApiDocument?: ClusterAccess['openApiDocument'];
  readonly #access: ClusterAccess;
  readonly #store: ClusterHealthStore;
  readonly #logger: LoggerService;
  #written?: { outcome: string; time: number };

  constructor(options: {
    access: ClusterAccess;
    store: ClusterHealthStore;
    logger: LoggerService;
  }) {
    this.#access = options.access;
    this.#store = options.store;
    this.#logger = options.logger;
    this.cluster = options.access.cluster;
    this.kind = options.access.kind;
    this.watch = options.access.watch?.bind(options.access);
    this.version = options.access.version?.bind(options.access);
    // A cluster without schema documents is well enough.
    this.openApiPaths = options.access.openApiPaths?.bind(options.access);
    this.openApiDocument = options.access.openApiDocument?.bind(options.access);
  }

  async discover(options?: {
    signal?: AbortSignal;
  }): Promise<ClusterResource[]> {
    return this.#look('discover', () => this.#access.discover(options));
  }

  async get(
    query: ClusterGetQuery,
    options?: { signal?: AbortSignal },
  ): Promise<KubeObject | undefined> {
    return this.#look('objects', () => this.#access.get(query, options));
  }

  async list(
    query: ClusterListQuery,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterList> {
    return this.#look('objects', () => this.#access.list(query, options));
  }

  async #look<T>(
    kind: 'discover' | 'objects',
    look: () => Promise<T>,
  ): Promise<T> {
    try {
      const result = await look();
      await this.#record({ state: 'ok' });
      return result;
    } catch (error) {
      const outcome = healthOfFailedLook(error, kind);
      if (outcome) {
        await this.#record(outcome);
      }
      throw error;
    }
  }

  async #record(outcome: LookOutcome): Promise<void> {
    const now = Date.now();
    const text = JSON.stringify(outcome);
    if (
      this.#written?.outcome === text &&
      now - this.#written.time < REPEAT_INTERVAL
    ) {
      return;
    }
    this.#written = { outcome: text, time: now };
    try {
      await this.#store.record(this.cluster, outcome, now);
    } catch (error) {
      // The look itself is worth more than the note about it.
      this.#logger.warn(
        `Could not note how the look at cluster '${this.cluster}' went`,
        error instanceof Error ? error : undefined,
      );
    }
  }
}
