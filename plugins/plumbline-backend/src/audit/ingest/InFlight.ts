import { ServiceUnavailableError } from '@backstage/errors';

/** Counts batches in work: refuses more than the backend can hold, and lets a shutdown wait for the rest. */
export class InFlight {
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #count = 0;
  #closed = false;

  /** @param limit - batches at a time; each may hold a body of the largest size in memory */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws ServiceUnavailableError when there are too many, or after {@link close} */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) {
      throw new ServiceUnavailableError('The backend is stopping, send again');
    }
    if (this.#count >= this.#limit) {
      throw new ServiceUnavailableError(
        `${this.#limit} batches are being stored already, send again`,
      );
    }
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) {
        this.#waiting.splice(0).forEach(resolve => resolve());
      }
    }
  }

  /** Refuses what comes from now on. @returns when everything in work is done */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#count > 0) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }
}
