import { DriftedField, DriftedObject } from './DriftedObject';

/** What one kubectl command can end of an object. */
export interface FieldCommand {
  fields: DriftedField[];
  /** The words between `kubectl` and the namespace. */
  words: string[];
  /** A sentence. */
  does: string;
}

/** Finds the differences that a command is made for. */
export type FieldCommandMaker = (
  object: DriftedObject,
  fields: readonly DriftedField[],
  resource: string,
) => FieldCommand[];
