import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import { auditEventReadPermission } from '@plumbline/backstage-plugin-plumbline-common';
import type { ReaderView, ReaderViews } from '../../permissions';
import type { AuditEventFilter, AuditStore } from '../AuditStore';
import { toVisibleRows, type PointsOf } from '../http/toAuditEventRow';
import type { IngestParticipant } from '../IngestParticipant';
import { TailStream } from './TailStream';
import { TooManyStreamsError } from './TooManyStreamsError';

/** Times in milliseconds. */
const DEFAULTS = {
  pollMs: 1_000,
  heartbeatMs: 15_000,
  /** How often it is asked anew whether the reader may still see events. */
  authorizeMs: 60_000,
  streamsPerUser: 5,
  streams: 500,
};

/** Times and caps of a {@link LiveTail}. */
export type LiveTailLimits = typeof DEFAULTS;

/**
 * Server-sent events of what is stored, in the order of storing. The database is asked, since another replica may have
 * taken the events in; what this process stored itself is looked for at once.
 */
export class LiveTail implements IngestParticipant {
  readonly #store: AuditStore;
  readonly #readerViews: ReaderViews;
  readonly #pointsOf: PointsOf;
  readonly #logger: LoggerService;
  readonly #limits: LiveTailLimits;
  readonly #streams = new Set<TailStream>();
  #poll: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: {
    store: AuditStore;
    readerViews: ReaderViews;
    pointsOf: PointsOf;
    logger: LoggerService;
    limits?: Partial<LiveTailLimits>;
  }) {
    this.#store = options.store;
    this.#readerViews = options.readerViews;
    this.#pointsOf = options.pointsOf;
    this.#logger = options.logger;
    this.#limits = { ...DEFAULTS, ...options.limits };
  }

  /**
   * Answers a request with a stream until the client goes away, its credentials end or the backend stops.
   *
   * @throws TooManyStreamsError
   */
  async serve(
    request: Request,
    response: Response,
    view: ReaderView,
    filter: AuditEventFilter,
  ): Promise<void> {
    const user = view.credentials.principal.userEntityRef;
    this.#checkRoom(user);
    const stream = new TailStream({
      user,
      response,
      heartbeatMs: this.#limits.heartbeatMs,
      authorizeMs: this.#limits.authorizeMs,
      expiresAt: view.credentials.expiresAt,
      isStillAllowed: () => this.#isStillAllowed(view),
      read: async (sequence, limit) => {
        const events = await this.#store.since(sequence, filter, limit);
        return {
          rows: await toVisibleRows(events, this.#pointsOf, view),
          sequences: new Map(events.map(event => [event.id, event.sequence])),
        };
      },
      onEnd: () => this.#forget(stream),
    });
    this.#streams.add(stream);
    this.#poll ??= setInterval(() => this.#advance(), this.#limits.pollMs);
    await stream.start(
      await this.#store.lastSequence(),
      request.headers['last-event-id'],
    );
  }

  /** Looks for news at once. */
  afterCommit(): void {
    if (this.#streams.size > 0) {
      this.#advance();
    }
  }

  /** Ends every stream; clients come back when the backend does. */
  close(): void {
    this.#closed = true;
    this.#streams.forEach(stream => stream.end());
  }

  #checkRoom(user: string): void {
    const own = [...this.#streams].filter(stream => stream.user === user);
    if (this.#closed) {
      throw new TooManyStreamsError('The backend is stopping');
    }
    if (own.length >= this.#limits.streamsPerUser) {
      throw new TooManyStreamsError(
        `You have ${own.length} live tails open already`,
      );
    }
    if (this.#streams.size >= this.#limits.streams) {
      throw new TooManyStreamsError('Too many live tails are open');
    }
  }

  #advance(): void {
    this.#store
      .lastSequence()
      .then(last =>
        Promise.all([...this.#streams].map(stream => stream.advance(last))),
      )
      .catch(error =>
        this.#logger.warn('The live tail could not read audit events', error),
      );
  }

  async #isStillAllowed(view: ReaderView): Promise<boolean> {
    try {
      await this.#readerViews.of(view.credentials, auditEventReadPermission);
      return true;
    } catch (error) {
      this.#logger.info(
        `A live tail of ${view.credentials.principal.userEntityRef} ends: ${error}`,
      );
      return false;
    }
  }

  #forget(stream: TailStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size === 0) {
      clearInterval(this.#poll);
      this.#poll = undefined;
    }
  }
}
