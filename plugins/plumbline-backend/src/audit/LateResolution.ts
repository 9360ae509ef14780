import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { EntityResolver } from '../catalog';
import type { AuditSignals } from './AuditSignals';
import type { AuditStore, LateAttribution } from './AuditStore';

/** Objects looked at in one go; the rest has its turn the next time. */
const MAX_OBJECTS = 2000;
const OBJECTS_PER_LOOK = 200;

const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 20 },
  initialDelay: { seconds: 5 },
  timeout: { minutes: 5 },
};

/**
 * Finds the entities of events that arrived before anybody knew whose they are: before the service was registered or
 * annotated, or before its objects were listed.
 */
export class LateResolution {
  readonly #store: AuditStore;
  readonly #resolver: EntityResolver;
  readonly #others: LateAttribution[];
  readonly #signals: Pick<AuditSignals, 'attributedLate'>;

  /** @param options - `others` keep rows of their own for an event, which follow it */
  constructor(options: {
    store: AuditStore;
    resolver: EntityResolver;
    others: LateAttribution[];
    signals: Pick<AuditSignals, 'attributedLate'>;
  }) {
    this.#store = options.store;
    this.#resolver = options.resolver;
    this.#others = options.others;
    this.#signals = options.signals;
  }

  /** Looks on a schedule that all replicas share. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      ...SCHEDULE,
      id: 'plumbline-late-resolution',
      scope: 'global',
      fn: async signal => {
        const found = await this.run(signal);
        if (found.length > 0) {
          this.#signals.attributedLate();
        }
      },
    });
  }

  /** @returns refs of the entities that got events */
  async run(signal?: AbortSignal): Promise<string[]> {
    const objects = await this.#store.objectsWithoutEntity(MAX_OBJECTS);
    const entityRefs = new Set<string>();
    for (let start = 0; start < objects.length; start += OBJECTS_PER_LOOK) {
      if (signal?.aborted) {
        break;
      }
      const some = objects.slice(start, start + OBJECTS_PER_LOOK);
      const resolutions = await this.#resolver.resolve(some);
      for (const [index, resolution] of resolutions.entries()) {
        const { entityRef } = resolution;
        if (entityRef !== undefined) {
          await this.#store.attributeLate(
            some[index],
            { ...resolution, entityRef },
            this.#others,
          );
          entityRefs.add(entityRef);
        }
      }
    }
    return [...entityRefs];
  }
}
