import { RE2JS } from 're2js';
import { formatPath } from '../path/format';
import { Path } from '../path/segment';

/** A user's regular expression over the text of paths. */
export interface PathRegex {
  /** Whether the text of the path, or of an ancestor, matches as a whole. */
  coversPath(path: Path): boolean;
}

/**
 * Compiles in linear time matching (RE2): a rule cannot hang the engine.
 * Answers a message when the expression is none.
 */
export function compilePathRegex(
  source: string,
): PathRegex | { message: string } {
  try {
    const regex = RE2JS.compile(source);
    return {
      coversPath: path =>
        path.some((_, at) => regex.matches(formatPath(path.slice(0, at + 1)))),
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { message: `regular expression ${source}: ${detail}` };
  }
}
