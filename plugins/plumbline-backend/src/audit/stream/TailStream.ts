import type { AuditEventRow } from '@plumbline/backstage-plugin-plumbline-common';
import type { Response } from 'express';

/** Events of one look. */
const EVENTS_PER_READ = 200;

/** A client that was away for more than this starts anew; it would not read them one by one. */
const MAX_REPLAY = 5_000;

/** Bytes that a client may leave unread. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** What a {@link TailStream} needs of its surroundings. */
export interface TailStreamOptions {
  user: string;
  response: Response;
  heartbeatMs: number;
  authorizeMs: number;
  expiresAt: Date | undefined;
  isStillAllowed(): Promise<boolean>;
  /** Visible rows after a sequence; `sequences` has every event that was looked at, by id, also the hidden ones. */
  read(
    sequence: number,
    limit: number,
  ): Promise<{ rows: AuditEventRow[]; sequences: Map<string, number> }>;
  onEnd(): void;
}

/** One client of the live tail. */
export class TailStream {
  readonly user: string;
  readonly #options: TailStreamOptions;
  readonly #timers: NodeJS.Timeout[] = [];
  /** Everything up to here was sent. Undefined until started. */
  #position: number | undefined;
  #busy = false;
  #ended = false;

  constructor(options: TailStreamOptions) {
    this.user = options.user;
    this.#options = options;
  }

  /**
   * Opens the stream and sends what a returning client missed.
   *
   * @param last - the newest sequence
   * @param lastEventId - where the client was, as it says
   */
  async start(
    last: number,
    lastEventId: string | string[] | undefined,
  ): Promise<void> {
    const { response, heartbeatMs, authorizeMs, expiresAt } = this.#options;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Without no-transform, Backstage's compression would hold the events back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.on('close', () => this.end());
    const known = positionOf(lastEventId, last);
    if (lastEventId !== undefined && known === undefined) {
      this.#write('event: resync\ndata: {}\n\n');
    }
    this.#write(`id: ${known ?? last}\n: connected\n\n`);
    this.#position = known ?? last;
    this.#timers.push(
      setInterval(() => this.#write(': heartbeat\n\n'), heartbeatMs),
      setInterval(() => this.#authorize(), authorizeMs),
    );
    if (expiresAt) {
      const left = Math.max(0, expiresAt.getTime() - Date.now());
      this.#timers.push(
        setTimeout(() => this.end(), Math.min(left, 2 ** 31 - 1)),
      );
    }
    await this.advance(last);
  }

  /** Sends what is new up to a sequence. One call at a time does the work; the next poll brings what it missed. */
  async advance(last: number): Promise<void> {
    if (this.#busy || this.#ended || this.#position === undefined) {
      return;
    }
    this.#busy = true;
    try {
      while (!this.#ended && this.#position < last) {
        await this.#sendNext(this.#position, last);
      }
    } finally {
      this.#busy = false;
    }
  }

  /** Ends the stream. */
  end(): void {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#options.response.end();
    this.#options.onEnd();
  }

  async #sendNext(position: number, last: number): Promise<void> {
    const { rows, sequences } = await this.#options.read(
      position,
      EVENTS_PER_READ,
    );
    for (const row of rows) {
      const data = JSON.stringify(row);
      this.#write(
        `event: audit-event\nid: ${sequences.get(row.id)}\ndata: ${data}\n\n`,
      );
    }
    const newest = Math.max(position, ...sequences.values());
    const isDone = sequences.size < EVENTS_PER_READ;
    this.#position = isDone ? Math.max(newest, last) : newest;
  }

  #write(text: string): void {
    const { response } = this.#options;
    if (this.#ended) {
      return;
    }
    if (response.writableLength > MAX_UNREAD_BYTES) {
      response.write('event: resync\ndata: {}\n\n');
      this.end();
      return;
    }
    response.write(text);
  }

  #authorize(): void {
    this.#options.isStillAllowed().then(
      allowed => {
        if (!allowed) {
          this.end();
        }
      },
      () => this.end(),
    );
  }
}

/** Where a returning client goes on; undefined for what was never a position, or one too far back. */
function positionOf(
  lastEventId: string | string[] | undefined,
  last: number,
): number | undefined {
  if (typeof lastEventId !== 'string' || !/^\d{1,15}$/.test(lastEventId)) {
    return undefined;
  }
  const position = Number(lastEventId);
  return position <= last && last - position <= MAX_REPLAY
    ? position
    : undefined;
}
