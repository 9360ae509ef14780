import {
  booleanAt,
  numberAt,
  textAt,
} from '../../../desired/controllers/fields';
import type { GitPush } from '../GitPush';
import { changedPaths, present, shortRef } from './payload';

/** Reads a push of GitHub or Gitea. */
export function readGithubPush(payload: object): GitPush[] {
  const ref = shortRef(textAt(payload, 'ref'));
  const urls = present(
    textAt(payload, 'repository', 'html_url'),
    textAt(payload, 'repository', 'clone_url'),
    textAt(payload, 'repository', 'ssh_url'),
  );
  if (ref === undefined || urls.length === 0 || booleanAt(payload, 'deleted')) {
    return [];
  }
  const branch = textAt(payload, 'repository', 'default_branch');
  // Commits of a branch that was moved back are in no list.
  const isForced = booleanAt(payload, 'forced') ?? false;
  return [
    {
      urls,
      ref,
      isDefaultBranch: branch === undefined ? undefined : branch === ref,
      paths: isForced
        ? undefined
        : changedPaths(payload, numberAt(payload, 'total_commits')),
    },
  ];
}
