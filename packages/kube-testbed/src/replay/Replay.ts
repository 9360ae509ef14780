import { Clock, DeliveryAnswer } from '../audit/AuditSender';
import { Retimer } from '../audit/Retimer';
import { ReplayEvent } from './readAuditFile';

/**
 * What a portal said of all that was posted.
 *
 * @internal
 */
export interface ReplayTotals {
  posted: number;
  stored: number;
  duplicates: number;
  quarantined: number;
}

/** How often a portal may say "later" to one request before a replay gives up. */
const MOST_REPEATS = 60;

/**
 * Posts events in batches, in their own order, at a pace.
 *
 * @internal
 */
export class Replay {
  readonly #post: (body: Buffer) => Promise<DeliveryAnswer & { text: string }>;
  readonly #clock: Clock;

  constructor(options: {
    post: (body: Buffer) => Promise<DeliveryAnswer & { text: string }>;
    clock: Clock;
  }) {
    this.#post = options.post;
    this.#clock = options.clock;
  }

  /**
   * Posts all events. Every 2xx counts are added up; 429 and 503 with `Retry-After` are repeated after that time.
   *
   * @throws Error with the portal's answer when it refuses.
   */
  async run(
    events: readonly ReplayEvent[],
    options: { pace: number; retime?: number | 'now'; batch: number },
  ): Promise<ReplayTotals> {
    const totals = { posted: 0, stored: 0, duplicates: 0, quarantined: 0 };
    const retimer = retimerFor(events, options.retime, this.#clock.now());
    const start = this.#clock.now();
    const first = events.find(({ time }) => time !== undefined)?.time ?? 0;
    for (const batch of batches(events, options.batch, options.pace)) {
      const due = ((batch[0].time ?? first) - first) / options.pace;
      const early = start + due - this.#clock.now();
      if (early > 0) {
        await this.#clock.sleep(early);
      }
      const items = batch.map(({ text }) => retimer?.moveText(text) ?? text);
      const answer = await this.#postUntilTaken(eventList(items));
      totals.posted += batch.length;
      totals.stored += answer.stored;
      totals.duplicates += answer.duplicates;
      totals.quarantined += answer.quarantined;
    }
    return totals;
  }

  async #postUntilTaken(body: Buffer): Promise<Omit<ReplayTotals, 'posted'>> {
    for (let repeat = 0; ; repeat++) {
      const answer = await this.#post(body);
      if (answer.status >= 200 && answer.status < 300) {
        return JSON.parse(answer.text);
      }
      const seconds = Number(answer.retryAfter);
      const later = answer.status === 429 || answer.status === 503;
      if (!later || !(seconds > 0) || repeat === MOST_REPEATS) {
        throw new Error(
          `the portal answered ${answer.status}: ${answer.text.slice(0, 500)}`,
        );
      }
      await this.#clock.sleep(seconds * 1000);
    }
  }
}

/** Items are JSON already: they are posted as they are, byte for byte. */
function eventList(items: readonly string[]): Buffer {
  return Buffer.from(
    `{"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":[${items.join(
      ',',
    )}]}`,
  );
}

function retimerFor(
  events: readonly ReplayEvent[],
  retime: number | 'now' | undefined,
  now: number,
): Retimer | undefined {
  if (retime !== 'now') {
    return retime === undefined ? undefined : Retimer.by(retime);
  }
  const newest = events.reduce(
    (latest, { time = -Infinity }) => Math.max(latest, time),
    -Infinity,
  );
  return Number.isFinite(newest) ? Retimer.by(now - newest) : undefined;
}

/** A paced replay posts at least every second of it, as an API server with a short wait does. */
function* batches(
  events: readonly ReplayEvent[],
  size: number,
  pace: number,
): Generator<ReplayEvent[]> {
  let batch: ReplayEvent[] = [];
  for (const event of events) {
    const begin = batch.find(({ time }) => time !== undefined)?.time;
    const apart =
      Number.isFinite(pace) &&
      begin !== undefined &&
      event.time !== undefined &&
      (event.time - begin) / pace > 1000;
    if (batch.length === size || apart) {
      yield batch;
      batch = [];
    }
    batch.push(event);
  }
  if (batch.length > 0) {
    yield batch;
  }
}
