import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { IngestParticipant } from './IngestParticipant';
import type { StoredAuditEvent } from './StoredAuditEvent';

/** Tells open pages which entities something happened to; they ask for it themselves, with their reader's rights. */
export class AuditSignals implements IngestParticipant {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  afterCommit(events: StoredAuditEvent[]): void {
    const shown = events.filter(event => !event.routine);
    this.#publish('plumbline:audit', entityRefsOf(shown));
    const matched = shown.filter(({ rules }) => rules.length > 0);
    this.#publish('plumbline:friction', entityRefsOf(matched));
  }

  /** Events of these entities were found after they had been stored. */
  attributedLate(entityRefs: string[]): void {
    this.#publish('plumbline:audit', entityRefs);
    this.#publish('plumbline:friction', entityRefs);
  }

  #publish(channel: string, entityRefs: string[]): void {
    if (entityRefs.length === 0) {
      return;
    }
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel,
        message: { entityRefs },
      })
      .catch(error =>
        this.#logger.warn(`The signal ${channel} could not be sent`, error),
      );
  }
}

function entityRefsOf(events: StoredAuditEvent[]): string[] {
  return [
    ...new Set(events.flatMap(({ resolution }) => resolution.entityRef ?? [])),
  ];
}
