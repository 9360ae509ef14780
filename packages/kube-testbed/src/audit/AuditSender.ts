import { setTimeout as wait } from 'node:timers/promises';

/**
 * What a receiver answered to one POST.
 *
 * @internal
 */
export interface DeliveryAnswer {
  status: number;
  /** The `Retry-After` header as sent. */
  retryAfter?: string;
}

/**
 * Posts one body once. Rejects when there is no answer within `timeoutMs`, or no connection.
 *
 * @internal
 */
export type Delivery = (
  body: Buffer,
  timeoutMs: number,
) => Promise<DeliveryAnswer>;

/**
 * Time as the sender sees it; tests bring their own.
 *
 * @internal
 */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * What became of a batch.
 *
 * @internal
 */
export interface DeliveryReport {
  delivered: boolean;
  /** Each POST: milliseconds since the first, and what came back. */
  tries: { at: number; answer: DeliveryAnswer | Error }[];
  /** Milliseconds from the first POST to the end. */
  took: number;
}

/**
 * The computer's clock.
 *
 * @internal
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async milliseconds => {
    await wait(milliseconds);
  },
};

/** webhook.DefaultRetryBackoffWithInitialDelay with the audit webhook's initial backoff. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10_000;
const PAUSE_FACTOR = 1.5;
const PAUSE_JITTER = 0.2;
/** One attempt in all, the repeats that `Retry-After` asks for included. */
const ATTEMPT_TIMEOUT_MS = 30_000;
/** client-go's limit of repeats inside one attempt. */
const TRIES_PER_ATTEMPT = 10;

/**
 * Sends batches as the audit webhook of kube-apiserver does: five attempts with growing pauses, `Retry-After` honoured
 * inside an attempt, the same bytes each time, batches side by side without order, and a batch lost after the fifth failure.
 *
 * @internal
 */
export class AuditSender {
  readonly #deliver: Delivery;
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(options: {
    deliver: Delivery;
    clock?: Clock;
    /** 0 to 1, for the jitter. */
    random?: () => number;
  }) {
    this.#deliver = options.deliver;
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
  }

  /** Sends batches side by side. */
  async sendAll(bodies: readonly Buffer[]): Promise<DeliveryReport[]> {
    return Promise.all(bodies.map(body => this.send(body)));
  }

  /** Sends one batch until it is taken or lost. */
  async send(body: Buffer): Promise<DeliveryReport> {
    const start = this.#clock.now();
    const tries: DeliveryReport['tries'] = [];
    let pause = FIRST_PAUSE_MS;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (await this.#attempt(body, start, tries)) {
        return { delivered: true, tries, took: this.#clock.now() - start };
      }
      if (attempt < ATTEMPTS) {
        await this.#clock.sleep(pause * (1 + this.#random() * PAUSE_JITTER));
        pause *= PAUSE_FACTOR;
      }
    }
    return { delivered: false, tries, took: this.#clock.now() - start };
  }

  async #attempt(
    body: Buffer,
    start: number,
    tries: DeliveryReport['tries'],
  ): Promise<boolean> {
    const deadline = this.#clock.now() + ATTEMPT_TIMEOUT_MS;
    for (let count = 1; count <= TRIES_PER_ATTEMPT; count++) {
      const at = this.#clock.now() - start;
      const answer = await this.#try(body, deadline - this.#clock.now());
      tries.push({ at, answer });
      if (answer instanceof Error) {
        return false;
      }
      if (answer.status >= 200 && answer.status <= 206) {
        return true;
      }
      const again = retryAfterMs(answer);
      if (again === undefined || count === TRIES_PER_ATTEMPT) {
        return false;
      }
      const left = deadline - this.#clock.now();
      await this.#clock.sleep(Math.min(again, left));
      if (again >= left) {
        return false;
      }
    }
    return false;
  }

  async #try(body: Buffer, timeoutMs: number): Promise<DeliveryAnswer | Error> {
    try {
      return await this.#deliver(body, timeoutMs);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** client-go reads whole seconds only, of 429 and 5xx. */
function retryAfterMs(answer: DeliveryAnswer): number | undefined {
  const repeatable = answer.status === 429 || answer.status >= 500;
  return repeatable && /^\d+$/.test(answer.retryAfter ?? '')
    ? Number(answer.retryAfter) * 1000
    : undefined;
}
