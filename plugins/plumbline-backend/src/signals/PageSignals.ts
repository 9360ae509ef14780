import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';

/** What a page may show that is known anew; the name of the channel. */
export type PageChannel =
  | 'plumbline:audit'
  | 'plumbline:drift'
  | 'plumbline:friction';

/**
 * Tells open pages that something is known anew; they ask for it themselves, with their reader's rights. Everybody who is
 * signed in receives it, so it names nothing: not even that a service exists.
 */
export class PageSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** A page misses nothing when the signal is lost: it asks now and then without one. */
  send(channel: PageChannel): void {
    this.#signals
      .publish({ recipients: { type: 'broadcast' }, channel, message: {} })
      .catch(error =>
        this.#logger.warn(`The signal ${channel} could not be sent`, error),
      );
  }
}
