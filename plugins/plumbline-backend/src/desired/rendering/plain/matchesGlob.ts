import { readGlob, type GlobPiece } from './readGlob';

/**
 * Whether a glob fits a whole text, in the way of Argo CD: `*` and `**` are any run of characters, `/` among them, `?` is
 * any one, `[a-z]` and `[!a-z]` are one of a class, `{a,b}` is a choice, and `\` takes the next character as it is. The time
 * is bounded by the product of both lengths.
 *
 * @returns false for a glob that cannot be read, as in Argo CD
 */
export function matchesGlob(glob: string, text: string): boolean {
  const pieces = readGlob(glob);
  return (
    pieces !== undefined &&
    follow(pieces, [...text], new Set([0])).has([...text].length)
  );
}

/** Where in the text one can be behind the pieces, having begun at any of the places. */
function follow(
  pieces: readonly GlobPiece[],
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
