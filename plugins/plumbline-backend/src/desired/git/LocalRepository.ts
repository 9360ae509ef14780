import * as fs from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import * as git from 'isomorphic-git';
import type { SourceCommit } from '../DesiredSource';
import { DesiredStateError } from '../DesiredStateError';
import { checkRevisionName } from '../revisionName';

/** A repository on disk, read by its objects only: the work tree, its hooks and its configuration play no part. */
export interface LocalRepository {
  /** Folder that `.git` lies in. */
  dir: string;
  /** Way from there to the location, without `/` at the ends; empty for the folder itself. */
  prefix: string;
}

/**
 * Finds the repository that a folder lies in.
 *
 * @throws DesiredStateError when there is none, or only a linked work tree
 */
export async function findRepository(folder: string): Promise<LocalRepository> {
  for (let dir = folder; ; dir = dirname(dir)) {
    const dotGit = await fs.promises
      .lstat(join(dir, '.git'))
      .catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' || error.code === 'ENOTDIR'
          ? undefined
          : Promise.reject(error),
      );
    if (dotGit?.isDirectory()) {
      return { dir, prefix: relative(dir, folder).split(sep).join('/') };
    }
    if (dotGit) {
      throw new DesiredStateError(
        'unsupported',
        'Linked work trees and submodules cannot be read; name the main repository folder',
      );
    }
    if (dir === dirname(dir)) {
      throw new DesiredStateError(
        'not-found',
        'The folder is in no Git repository',
      );
    }
  }
}

/**
 * A commit of the repository.
 *
 * @param revision - branch, tag or commit id, which may be short; undefined: the commit that is checked out
 * @throws DesiredStateError when there is no such commit
 */
export async function readCommit(
  dir: string,
  revision?: string,
): Promise<SourceCommit> {
  try {
    const oid = await resolveRevision(dir, revision ?? 'HEAD');
    return toSourceCommit(await git.readCommit({ fs, dir, oid }));
  } catch (error) {
    throw new DesiredStateError(
      'not-found',
      revision === undefined
        ? 'The Git repository has no commit that can be read'
        : `The Git repository has no commit ${revision}`,
      { cause: error },
    );
  }
}

async function resolveRevision(dir: string, revision: string): Promise<string> {
  if (/^[0-9a-f]{7,40}$/.test(revision)) {
    return git.expandOid({ fs, dir, oid: revision });
  }
  checkRevisionName(revision);
  return git.resolveRef({ fs, dir, ref: revision });
}

/** A commit in our words. */
export function toSourceCommit({
  oid,
  commit,
}: git.ReadCommitResult): SourceCommit {
  return {
    sha: oid,
    author: commit.author.name || commit.author.email,
    message: commit.message.split('\n', 1)[0],
    time: commit.author.timestamp * 1000,
  };
}

/** Commits at which a shallow clone ends; empty for a full one. */
export async function shallowBoundary(
  dir: string,
): Promise<ReadonlySet<string>> {
  const text = await fs.promises
    .readFile(join(dir, '.git', 'shallow'), 'utf8')
    .catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? '' : Promise.reject(error),
    );
  return new Set(text.split('\n').filter(line => line !== ''));
}
