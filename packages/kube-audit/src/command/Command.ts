/**
 * How sure a reconstructed command is. `equivalent`: another client sent the
 * request; this command would do the same but was never typed.
 * @public
 */
export type Confidence = 'exact' | 'likely' | 'approximate' | 'equivalent';

/**
 * A reconstructed command line, quoted for a POSIX shell, and what the events
 * do not tell about it.
 * @public
 */
export interface Command {
  text: string;
  confidence: Confidence;
  missing: string[];
}
