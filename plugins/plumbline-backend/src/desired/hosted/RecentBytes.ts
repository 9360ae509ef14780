/** A map bounded by the bytes of what it holds, which forgets what was not used for longest. */
export class RecentBytes<T extends { bytes: number }> {
  readonly #entries = new Map<string, T>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Of all that is held. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): T | undefined {
    const value = this.#entries.get(key);
    if (value) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key: string, value: T): void {
    this.#delete(key);
    this.#entries.set(key, value);
    this.#bytes += value.bytes;
    for (const [oldest] of this.#entries) {
      if (this.#bytes <= this.#limit || oldest === key) {
        break;
      }
      this.#delete(oldest);
    }
  }

  #delete(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}
