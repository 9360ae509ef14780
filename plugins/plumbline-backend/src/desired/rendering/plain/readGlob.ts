/** A piece of a glob; a choice holds several ways to go on. */
export type GlobPiece =
  | { kind: 'any-run' }
  | { kind: 'one'; fits: (character: string) => boolean }
  | { kind: 'choice'; ways: GlobPiece[][] };

/** Choices within choices; a real one has one or two. */
const MAX_DEPTH = 16;

class GlobReader {
  readonly #characters: readonly string[];
  #at = 0;
  #isBroken = false;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  read(): GlobPiece[] | undefined {
    const pieces = this.#sequence(0);
    return this.#isBroken ? undefined : pieces;
  }

  /** Up to the end, or within a choice to the next `,` or `}`. */
  #sequence(depth: number): GlobPiece[] {
    const pieces: GlobPiece[] = [];
    while (this.#at < this.#characters.length && !this.#isBroken) {
      const character = this.#characters[this.#at];
      if (depth > 0 && (character === ',' || character === '}')) {
        return pieces;
      }
      this.#at += 1;
      pieces.push(this.#piece(character, depth));
    }
    this.#isBroken ||= depth > 0;
    return pieces;
  }

  #piece(character: string, depth: number): GlobPiece {
    switch (character) {
      case '*':
        return { kind: 'any-run' };
      case '?':
        return { kind: 'one', fits: () => true };
      case '[':
        return this.#class();
      case '{':
        return this.#choice(depth + 1);
      case '\\':
        return this.#literal(this.#next());
      default:
        return this.#literal(character);
    }
  }

  #literal(wanted: string | undefined): GlobPiece {
    this.#isBroken ||= wanted === undefined;
    return { kind: 'one', fits: character => character === wanted };
  }

  #choice(depth: number): GlobPiece {
    const ways: GlobPiece[][] = [];
    this.#isBroken ||= depth > MAX_DEPTH;
    while (!this.#isBroken) {
      ways.push(this.#sequence(depth));
      if (this.#next() === '}') {
        break;
      }
    }
    return { kind: 'choice', ways };
  }

  #class(): GlobPiece {
    const end = this.#characters.indexOf(']', this.#at);
    if (end === -1) {
      this.#isBroken = true;
      return { kind: 'choice', ways: [] };
    }
    const isNegated = this.#characters[this.#at] === '!';
    const listed = this.#characters.slice(this.#at + (isNegated ? 1 : 0), end);
    this.#at = end + 1;
    const isRange = listed.length === 3 && listed[1] === '-';
    const isListed = (character: string) =>
      isRange
        ? character >= listed[0] && character <= listed[2]
        : listed.includes(character);
    return {
      kind: 'one',
      fits: character => isListed(character) !== isNegated,
    };
  }

  #next(): string | undefined {
    const character = this.#characters[this.#at];
    this.#at += 1;
    return character;
  }
}

/** @returns undefined when it cannot be read */
export function readGlob(glob: string): GlobPiece[] | undefined {
  return new GlobReader([...glob]).read();
}
