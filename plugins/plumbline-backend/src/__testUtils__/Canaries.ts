import { randomBytes } from 'node:crypto';

/** So many characters in a row are a trace: fewer stand in other words by chance. */
const PIECE = 8;

/** Random values that stand for secrets, and the search for what is left of them in a text. */
export class Canaries {
  readonly #names = new Map<string, string>();
  #count = 0;

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** @param place - where it is put, to find the leak by */
  next(place: string): string {
    this.#count += 1;
    const value = randomBytes(48)
      .toString('base64')
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 24);
    for (const form of [value, ...encodings(value)]) {
      for (let at = 0; at + PIECE <= form.length; at += 1) {
        this.#names.set(form.slice(at, at + PIECE), place);
      }
    }
    return value;
  }

  /** The same, as a Secret's `data` has it. */
  encoded(place: string): string {
    return Buffer.from(this.next(place)).toString('base64');
  }

  /** Places whose canaries have left a trace in a text, each once. */
  tracesIn(text: string): string[] {
    const found = new Set<string>();
    for (let at = 0; at + PIECE <= text.length; at += 1) {
      const place = this.#names.get(text.slice(at, at + PIECE));
      if (place !== undefined) {
        found.add(place);
      }
    }
    return [...found];
  }
}

/** Base64 of a value wherever it begins in what is encoded, without the characters that its neighbours are part of. */
function encodings(value: string): string[] {
  return [0, 1, 2].map(before =>
    Buffer.from(`${'x'.repeat(before)}${value}`)
      .toString('base64')
      .slice(before > 0 ? 4 : 0, -4),
  );
}
