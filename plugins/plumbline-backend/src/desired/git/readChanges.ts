import * as fs from 'node:fs';
import * as git from 'isomorphic-git';
import type { SourceChanges, SourceChangesQuery } from '../DesiredSource';
import { shallowBoundary, toSourceCommit } from './LocalRepository';

/** Commits that are looked at; older ones are not searched. */
const MAX_COMMITS = 2_000;

/**
 * The commits of the checked out branch that touch a path in a span, the newest first.
 *
 * @param query - its path is relative to the repository's root; empty for all of it
 */
export async function readChanges(
  dir: string,
  query: SourceChangesQuery,
): Promise<SourceChanges> {
  const cache = {};
  const log = await git.log({ fs, dir, depth: MAX_COMMITS, cache });
  const boundary = await shallowBoundary(dir);
  const found: SourceChanges = { commits: [] };
  for (const entry of log) {
    const commit = toSourceCommit(entry);
    const time = entry.commit.committer.timestamp * 1000;
    if (time < query.from || found.commits.length === query.limit) {
      return found;
    }
    if (boundary.has(entry.oid)) {
      return {
        ...found,
        reason: 'The clone ends here: older commits are not in it',
      };
    }
    if (time <= query.to && (await touches(dir, entry, query.path, cache))) {
      found.commits.push({ ...commit, time });
    }
  }
  return log.length === MAX_COMMITS
    ? {
        ...found,
        reason: `Only the newest ${MAX_COMMITS} commits were searched`,
      }
    : found;
}

/** Whether what lies at a path is another than in the first parent. */
async function touches(
  dir: string,
  { oid, commit }: git.ReadCommitResult,
  path: string,
  cache: object,
): Promise<boolean> {
  const [parent] = commit.parent;
  const now = await objectAt(dir, oid, path, cache);
  return parent === undefined
    ? now !== undefined
    : now !== (await objectAt(dir, parent, path, cache));
}

async function objectAt(
  dir: string,
  commit: string,
  path: string,
  cache: object,
): Promise<string | undefined> {
  let entry = { type: 'tree', oid: commit };
  for (const name of path.split('/').filter(part => part !== '')) {
    if (entry.type !== 'tree') {
      return undefined;
    }
    const { tree } = await git.readTree({ fs, dir, oid: entry.oid, cache });
    const found = tree.find(one => one.path === name);
    if (!found) {
      return undefined;
    }
    entry = found;
  }
  return entry.oid;
}
