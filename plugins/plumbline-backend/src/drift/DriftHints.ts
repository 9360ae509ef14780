import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { IngestParticipant, StoredAuditEvent } from '../audit';
import type { ObjectIdentity } from '../catalog';
import type { DriftStore } from './DriftStore';
import type { RunTrigger, RunRecord } from './records';
import type { RunQueue } from './RunQueue';
import { SoonRuns } from './SoonRuns';

const WRITES = new Set([
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
]);

/** What hints need. */
export interface DriftHintsOptions {
  store: Pick<DriftStore, 'targetsWatching'>;
  runner: { queue(targetId: string, trigger: RunTrigger): Promise<RunRecord> };
  queue: RunQueue;
  logger: LoggerService;
  /** How long after a write its target is looked at, milliseconds; further writes in that time are seen by the same look. */
  delay: number;
}

/** Looks at a target soon after a write to one of its objects was stored, so that a hand edit shows within seconds. */
export class DriftHints implements IngestParticipant {
  readonly #options: DriftHintsOptions;
  readonly #runs: SoonRuns;

  constructor(options: DriftHintsOptions) {
    this.#options = options;
    this.#runs = new SoonRuns({ ...options, trigger: 'audit-hint' });
  }

  afterCommit(events: StoredAuditEvent[]): void {
    const objects = writtenObjects(events);
    if (objects.length === 0) {
      return;
    }
    const { store, logger } = this.#options;
    store
      .targetsWatching(objects)
      .then(targetIds => targetIds.forEach(id => this.#runs.start(id)))
      .catch(error =>
        logger.warn(
          `An audit event could not start a drift run: ${stringifyError(
            error,
          )}`,
        ),
      );
  }

  /** Forgets what was to be looked at. */
  stop(): void {
    this.#runs.stop();
  }
}

/** Objects that requests have changed; what was refused, tried out or is only a status has changed nothing. */
export function writtenObjects(events: StoredAuditEvent[]): ObjectIdentity[] {
  const objects = new Map<string, ObjectIdentity>();
  for (const { cluster, event } of events) {
    const { object } = event;
    const isWrite =
      WRITES.has(event.verb) &&
      event.outcome === 'success' &&
      event.stage === 'ResponseComplete' &&
      event.dryRun !== true;
    if (!object || !isWrite || object.subresource === 'status') {
      continue;
    }
    const { apiGroup, resource, namespace, name } = object;
    const identity = { cluster, apiGroup, resource, namespace, name };
    objects.set(JSON.stringify(identity), identity);
  }
  return [...objects.values()];
}
