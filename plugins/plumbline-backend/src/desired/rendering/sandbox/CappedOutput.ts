/** Output of a program, up to a number of bytes. */
export class CappedOutput {
  readonly #chunks: Buffer[] = [];
  readonly #cap: number;
  #bytes = 0;

  constructor(cap: number) {
    this.#cap = cap;
  }

  /** @returns false for what lies beyond the cap, which is dropped */
  add(chunk: Buffer): boolean {
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#cap) {
      return false;
    }
    this.#chunks.push(chunk);
    return true;
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
