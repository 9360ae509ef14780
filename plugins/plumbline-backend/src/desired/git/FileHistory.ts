import * as fs from 'node:fs';
import * as git from 'isomorphic-git';
import type { SourceCommit } from '../DesiredSource';
import { RecentMap } from '../RecentMap';
import { blame, type FileVersion } from './blame';
import { shallowBoundary, toSourceCommit } from './LocalRepository';

/** Files whose history is remembered; an entry holds one commit per line. */
const REMEMBERED_FILES = 500;
/** Versions that are compared for one file; a line older than that belongs to no named commit. */
const MAX_VERSIONS = 500;

interface FileOrigin {
  /** Undefined where the history ends before the line began. */
  lines: (SourceCommit | undefined)[];
  last: SourceCommit | undefined;
}

/** Says which commit wrote a line, by the repository's own history. */
export class FileHistory {
  readonly #origins = new RecentMap<Promise<FileOrigin>>(REMEMBERED_FILES);

  /**
   * @param file - relative to the repository's root
   * @param line - from 1; left out: the commit that last touched the file
   * @returns undefined when the history is truncated before it
   */
  async commitOf(
    dir: string,
    at: { sha: string; file: string; line?: number },
  ): Promise<SourceCommit | undefined> {
    const key = JSON.stringify([dir, at.sha, at.file]);
    let origin = this.#origins.get(key);
    if (!origin) {
      origin = readOrigin(dir, at.sha, at.file);
      this.#origins.set(key, origin);
      origin.catch(() => this.#origins.delete(key));
    }
    const { lines, last } = await origin;
    return at.line === undefined ? last : lines[at.line - 1];
  }
}

async function readOrigin(
  dir: string,
  sha: string,
  filepath: string,
): Promise<FileOrigin> {
  const cache = {};
  const commits = await git.log({
    fs,
    dir,
    ref: sha,
    filepath,
    force: true,
    depth: MAX_VERSIONS,
    cache,
  });
  const boundary = await shallowBoundary(dir);
  const isCut = commits.length === MAX_VERSIONS;
  const versions: FileVersion<SourceCommit | undefined>[] = [];
  for (const [index, commit] of commits.reverse().entries()) {
    // The oldest version that can be seen holds lines of commits that cannot.
    const truncated = boundary.has(commit.oid) || (isCut && index === 0);
    const text = await readText(dir, commit.oid, filepath, cache);
    versions.push({
      commit: truncated ? undefined : toSourceCommit(commit),
      text,
    });
  }
  return { lines: blame(versions), last: versions.at(-1)?.commit };
}

async function readText(
  dir: string,
  oid: string,
  filepath: string,
  cache: object,
): Promise<string> {
  try {
    const { blob } = await git.readBlob({ fs, dir, oid, filepath, cache });
    return Buffer.from(blob).toString('utf8');
  } catch (error) {
    if (error instanceof git.Errors.NotFoundError) {
      // The commit removed the file; a later one brought it back.
      return '';
    }
    throw error;
  }
}
