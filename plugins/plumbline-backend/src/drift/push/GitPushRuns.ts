import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import type { RepositoryAddresses } from '../../desired';
import type { DriftStore } from '../DriftStore';
import type { TargetRecord } from '../records';
import type { SoonRuns } from '../SoonRuns';
import type { GitPush } from './GitPush';
import { PUSH_TOPICS, readPush } from './readPush';
import { touchedTargets, type PushableTarget } from './touchedTargets';

/** What listening for pushes needs. */
export interface GitPushRunsOptions {
  store: Pick<DriftStore, 'listTargets'>;
  addresses: RepositoryAddresses;
  runs: Pick<SoonRuns, 'start' | 'stop'>;
  logger: LoggerService;
}

/** Looks at the targets that a push to their repository may have changed. */
export class GitPushRuns {
  readonly #options: GitPushRunsOptions;

  constructor(options: GitPushRunsOptions) {
    this.#options = options;
  }

  /** Of several replicas, one gets each event. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      id: 'git-push',
      topics: [...PUSH_TOPICS],
      onEvent: event => this.onEvent(event),
    });
  }

  async onEvent(event: EventParams): Promise<void> {
    const pushes = readPush(event);
    if (pushes.length === 0) {
      return;
    }
    try {
      const targets = (await this.#options.store.listTargets()).flatMap(
        target => this.#pushable(target) ?? [],
      );
      for (const push of pushes) {
        const repositories = this.#repositoriesOf(push);
        for (const { id } of touchedTargets(push, repositories, targets)) {
          this.#options.runs.start(id);
        }
      }
    } catch (error) {
      // The sender of an event can do nothing about it; the next scheduled look sees the commit.
      this.#options.logger.warn(
        `A push could not start drift runs: ${stringifyError(error)}`,
      );
    }
  }

  stop(): void {
    this.#options.runs.stop();
  }

  #repositoriesOf(push: GitPush): Set<string> {
    return new Set(
      push.urls.flatMap(
        url => this.#options.addresses.of(`url:${url}`)?.repository ?? [],
      ),
    );
  }

  #pushable(target: TargetRecord): PushableTarget | undefined {
    const { id, location, path, controller, look } = target;
    const address = this.#options.addresses.of(location);
    const inRepository = (relative: string) =>
      [address?.folder ?? '', relative === '.' ? '' : relative]
        .filter(part => part !== '')
        .join('/');
    return (
      address && {
        id,
        repository: address.repository,
        fullName: address.fullName,
        ref: address.ref,
        isLocatedByController: controller !== undefined,
        valuesFrom: (controller?.valuesFrom ?? []).flatMap(
          place => this.#options.addresses.of(place) ?? [],
        ),
        path: inRepository(path),
        readFolder:
          look?.readFolder === undefined
            ? undefined
            : inRepository(look.readFolder),
        renderedBy: look?.renderedBy ?? target.renderer,
      }
    );
  }
}
