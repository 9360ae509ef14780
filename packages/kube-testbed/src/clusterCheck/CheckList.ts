/**
 * Named checks, each told as it is made.
 *
 * @internal
 */
export class CheckList {
  readonly #print: (line: string) => void;
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  get failed(): number {
    return this.#failed;
  }

  /** Records an outcome. */
  record(name: string, ok: boolean, detail: string): void {
    if (ok) {
      this.#passed += 1;
    } else {
      this.#failed += 1;
    }
    this.#print(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${detail}`);
  }

  /** Records that something could not be checked here. */
  skip(name: string, reason: string): void {
    this.#skipped += 1;
    this.#print(`skip ${name}: ${reason}`);
  }

  /** `N passed, N failed`, and what was skipped. */
  summary(): string {
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    return `${this.#passed} passed, ${this.#failed} failed${skipped}`;
  }
}
