import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the shared test data; the tests skip without it. */
const root = process.env.PLUMBLINE_CORPORA;

/** A `describe` that is skipped, by name, where the data is not at hand. */
export const describeCorpus: jest.Describe = root ? describe : describe.skip;
export const SKIPPED = root ? '' : ' (skipped: PLUMBLINE_CORPORA is not set)';

export function corpusPath(...parts: string[]): string {
  return join(root ?? '', ...parts);
}

export function readCorpus<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(corpusPath(...parts), 'utf8'));
}

/** Prints one line of a result table, without jest's own frame around it. */
export function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
