import { RE2JS } from 're2js';
import { formatPath } from '../path/format';
import { Path } from '../path/segment';

/** A user's regular expression over the text of paths. */
export interface PathRegex {
  /** Whether the text of the path, or of an ancestor, matches as a whole. */
  coversPath(path: Path): boolean;
}

const MAX_LENGTH = 1000;
/** Instructions; repetitions multiply them, and each costs on every character. */
const MAX_PROGRAM = 10_000;

/**
 * Compiles in linear time matching (RE2), and within bounds: a rule cannot
 * hang the engine. Answers a message when the expression is none.
 */
export function compilePathRegex(
  source: string,
): PathRegex | { message: string } {
  if (source.length > MAX_LENGTH) {
    return {
      message: `regular expression of ${source.length} characters: at most ${MAX_LENGTH}`,
    };
  }
  try {
    const regex = RE2JS.compile(source);
    if (regex.programSize() > MAX_PROGRAM) {
      return { message: `regular expression ${source}: it is too complex` };
    }
    return {
      coversPath: path =>
        path.some((_, at) => regex.matches(formatPath(path.slice(0, at + 1)))),
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { message: `regular expression ${source}: ${detail}` };
  }
}
