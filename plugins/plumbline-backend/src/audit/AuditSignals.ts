import type { PageSignals } from '../signals';
import type { IngestParticipant } from './IngestParticipant';
import type { StoredAuditEvent } from './StoredAuditEvent';

/** Tells open pages that there are new events, or that older ones found their service. */
export class AuditSignals implements IngestParticipant {
  readonly #pages: Pick<PageSignals, 'send'>;

  constructor(options: { pages: Pick<PageSignals, 'send'> }) {
    this.#pages = options.pages;
  }

  afterCommit(events: StoredAuditEvent[]): void {
    const shown = events.filter(event => !event.routine);
    if (shown.length > 0) {
      this.#pages.send('plumbline:audit');
    }
    if (shown.some(({ rules }) => rules.length > 0)) {
      this.#pages.send('plumbline:friction');
    }
  }

  /** Services were found for events that had been stored without one. */
  attributedLate(): void {
    this.#pages.send('plumbline:audit');
    this.#pages.send('plumbline:friction');
  }
}
