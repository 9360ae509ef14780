/** A piece of a glob; a choice holds several ways to go on. */
type Piece =
  | { kind: 'any-run' }
  | { kind: 'one'; fits: (character: string) => boolean }
  | { kind: 'choice'; ways: Piece[][] };

/** Choices within choices; a real one has one or two. */
const MAX_DEPTH = 16;

/**
 * Whether a glob fits a whole text, in the way of Argo CD: `*` and `**` are any run of characters, `/` among them, `?` is
 * any one, `[a-z]` and `[!a-z]` are one of a class, `{a,b}` is a choice, and `\` takes the next character as it is. The time
 * is bounded by the product of both lengths.
 *
 * @returns false for a glob that cannot be read, as in Argo CD
 */
export function matchesGlob(glob: string, text: string): boolean {
  const pieces = new GlobReader([...glob]).read();
  return (
    pieces !== undefined &&
    follow(pieces, [...text], new Set([0])).has([...text].length)
  );
}

/** Where in the text one can be behind the pieces, having begun at any of the places. */
function follow(
  pieces: readonly Piece[],
  text: readonly string[],
  places: Set<number>,
): Set<number> {
  return pieces.reduce((from, piece) => {
    switch (piece.kind) {
      case 'any-run':
        return from.size === 0 ? from : placesFrom(Math.min(...from), text);
      case 'one':
        return new Set(
          [...from]
            .filter(place => place < text.length && piece.fits(text[place]))
            .map(place => place + 1),
        );
      default:
        return new Set(piece.ways.flatMap(way => [...follow(way, text, from)]));
    }
  }, places);
}

function placesFrom(first: number, text: readonly string[]): Set<number> {
  return new Set(
    Array.from({ length: text.length - first + 1 }, (_, step) => first + step),
  );
}

class GlobReader {
  readonly #characters: readonly string[];
  #at = 0;
  #isBroken = false;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  read(): Piece[] | undefined {
    const pieces = this.#sequence(0);
    return this.#isBroken ? undefined : pieces;
  }

  /** Up to the end, or within a choice to the next `,` or `}`. */
  #sequence(depth: number): Piece[] {
    const pieces: Piece[] = [];
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

  #piece(character: string, depth: number): Piece {
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

  #literal(wanted: string | undefined): Piece {
    this.#isBroken ||= wanted === undefined;
    return { kind: 'one', fits: character => character === wanted };
  }

  #choice(depth: number): Piece {
    const ways: Piece[][] = [];
    this.#isBroken ||= depth > MAX_DEPTH;
    while (!this.#isBroken) {
      ways.push(this.#sequence(depth));
      if (this.#next() === '}') {
        break;
      }
    }
    return { kind: 'choice', ways };
  }

  #class(): Piece {
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
