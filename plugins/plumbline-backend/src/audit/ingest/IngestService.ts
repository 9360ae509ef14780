import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { IngestResult } from '@plumbline/backstage-plugin-plumbline-common';
import type { AuditStore, QuarantinedItem } from '../AuditStore';
import type { IngestParticipant } from '../IngestParticipant';
import type { AcceptedAuditEvent } from '../StoredAuditEvent';
import type { EventAcceptor } from './EventAcceptor';
import { InFlight } from './InFlight';
import { isDataError } from './isDataError';
import { quarantine, readItems, type ReadItems } from './readItems';

/** Batches at a time; kube-apiserver itself has no bound. */
const MAX_BATCHES = 16;

/** Items read in one go. */
const ITEMS_PER_TURN = 200;

/** Unreadable items of one body that get a row each. */
const MAX_QUARANTINE_ROWS = 1000;

/** Takes audit events in: read, explain, resolve, store. Accepted means kept. */
export class IngestService {
  readonly #store: AuditStore;
  readonly #acceptor: EventAcceptor;
  readonly #participants: IngestParticipant[];
  readonly #logger: LoggerService;
  readonly #maxEventBytes: number;
  readonly #inFlight = new InFlight(MAX_BATCHES);

  constructor(options: {
    store: AuditStore;
    acceptor: EventAcceptor;
    participants: IngestParticipant[];
    logger: LoggerService;
    maxEventBytes: number;
  }) {
    this.#store = options.store;
    this.#acceptor = options.acceptor;
    this.#participants = options.participants;
    this.#logger = options.logger;
    this.#maxEventBytes = options.maxEventBytes;
  }

  /**
   * Stores what a body of any supported shape holds. Resolves after the commit.
   *
   * @param readText - gives the body; called when there is room for it
   * @throws ServiceUnavailableError when nothing is stored and the sender should send the same again
   */
  async ingest(
    cluster: string,
    readText: () => Promise<string>,
  ): Promise<IngestResult> {
    return this.#inFlight.run(async () => {
      const { events, quarantined } = await this.#read(
        cluster,
        await readText(),
      );
      return this.#storing(cluster, async () => {
        const accepted = await this.#acceptor.accept(cluster, events);
        return this.#record(cluster, accepted, quarantined);
      });
    });
  }

  /** Keeps the fact that a body was refused, for the sender may drop what it held. */
  async recordRefusal(cluster: string, reason: string): Promise<void> {
    const hour = new Date().toISOString().slice(0, 13);
    await this.#storing(cluster, () =>
      this.#record(
        cluster,
        [],
        [quarantine(cluster, `${hour}: ${reason}`, reason)],
      ),
    );
  }

  /** Refuses what comes from now on. @returns when every batch in work is stored */
  async close(): Promise<void> {
    await this.#inFlight.close();
  }

  async #read(cluster: string, body: string): Promise<ReadItems> {
    const items: ReadItems = { events: [], quarantined: [] };
    let count = 0;
    for (const item of readItems(cluster, body, this.#maxEventBytes)) {
      if ('event' in item) {
        items.events.push(item.event);
      } else {
        items.quarantined.push(item.quarantined);
      }
      count += 1;
      if (count % ITEMS_PER_TURN === 0) {
        await nextTurn();
      }
    }
    return items;
  }

  async #record(
    cluster: string,
    events: AcceptedAuditEvent[],
    quarantined: QuarantinedItem[],
  ): Promise<IngestResult> {
    const rows = boundRows(quarantined);
    const merged = quarantined.length - rows.length;
    try {
      const result = await this.#store.record(
        cluster,
        events,
        rows,
        this.#participants,
      );
      return { ...result, quarantined: result.quarantined + merged };
    } catch (error) {
      if (!isDataError(error) || events.length === 0) {
        throw error;
      }
      return this.#recordApart(cluster, events, quarantined, error);
    }
  }

  /** The database refuses some value: halve until the events that hold it stand alone, and quarantine those. */
  async #recordApart(
    cluster: string,
    events: AcceptedAuditEvent[],
    quarantined: QuarantinedItem[],
    error: Error,
  ): Promise<IngestResult> {
    if (events.length === 1) {
      const reason = `The database refuses it: ${error.message}`;
      const item = quarantine(cluster, events[0].raw, reason);
      return this.#record(cluster, [], [...quarantined, item]);
    }
    const half = Math.ceil(events.length / 2);
    const first = await this.#record(
      cluster,
      events.slice(0, half),
      quarantined,
    );
    const second = await this.#record(cluster, events.slice(half), []);
    return {
      stored: first.stored + second.stored,
      duplicates: first.duplicates + second.duplicates,
      quarantined: first.quarantined + second.quarantined,
    };
  }

  async #storing<T>(cluster: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#logger.error(
        `Audit events of cluster ${cluster} could not be stored, the sender is asked to send them again`,
        error as Error,
      );
      throw new ServiceUnavailableError(
        'The events could not be stored, send them again',
      );
    }
  }
}

/** A body of nothing but garbage may have a million items: beyond a number they share a row. */
function boundRows(quarantined: QuarantinedItem[]): QuarantinedItem[] {
  if (quarantined.length <= MAX_QUARANTINE_ROWS) {
    return quarantined;
  }
  const rows = quarantined.slice(0, MAX_QUARANTINE_ROWS);
  const last = rows[rows.length - 1];
  const others = quarantined.length - MAX_QUARANTINE_ROWS;
  rows[rows.length - 1] = {
    ...last,
    reason: `${last.reason} (and ${others} more items of the same body)`,
  };
  return rows;
}
