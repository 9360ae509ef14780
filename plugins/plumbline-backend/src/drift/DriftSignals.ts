import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';

/** Tells open pages that something is known anew; they ask for it themselves, with their reader's rights. */
export class DriftSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** A target of the entity was looked at, with or without success. */
  targetLookedAt(entityRef: string): void {
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: 'plumbline:drift',
        message: { entityRefs: [entityRef] },
      })
      .catch(error =>
        this.#logger.warn(
          'The signal plumbline:drift could not be sent',
          error,
        ),
      );
  }
}
