import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/**
 * One file of the audit corpus.
 *
 * @internal
 */
export interface AuditCorpusFile {
  /** The source: name of the folder directly below `audit/`. */
  folder: string;
  /** Path below that folder, with `/`. */
  file: string;
  /** Inflated where it is gzipped. */
  text: string;
}

const DATA = /\.(json|ndjson|log|jsonl|yaml|yml)(\.gz)?$/;

/** Descriptions of data, not data. */
const ABOUT = /(^|\/)(expectations|index|rules|truth)\.json$/;

/**
 * Reads every data file of the audit corpus, in the order of their names.
 *
 * @param corpora - the corpora's folder: `PLUMBLINE_CORPORA`
 * @internal
 */
export async function* readAuditCorpus(
  corpora: string,
): AsyncGenerator<AuditCorpusFile> {
  const root = path.join(corpora, 'audit');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map(file => file.split(path.sep).join('/'))
    .filter(file => DATA.test(file) && !ABOUT.test(file))
    .sort();
  for (const file of files) {
    const bytes = await readFile(path.join(root, file));
    const text = file.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes;
    const [folder, ...rest] = file.split('/');
    yield { folder, file: rest.join('/'), text: text.toString('utf8') };
  }
}
