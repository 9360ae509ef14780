import { numberAt, textAt } from '../../../desired/controllers/fields';
import type { GitPush } from '../GitPush';
import { changedPaths, present, shortRef } from './payload';

const PUSHES = ['push', 'tag_push'];
const NO_COMMIT = /^0+$/;

/** Reads a push of GitLab. */
export function readGitlabPush(payload: object): GitPush[] {
  const kind = textAt(payload, 'event_name') ?? textAt(payload, 'object_kind');
  const ref = shortRef(textAt(payload, 'ref'));
  const urls = present(
    textAt(payload, 'project', 'web_url'),
    textAt(payload, 'project', 'git_http_url'),
    textAt(payload, 'project', 'git_ssh_url'),
  );
  const isDeleted = NO_COMMIT.test(textAt(payload, 'after') ?? '');
  if (
    (kind !== undefined && !PUSHES.includes(kind)) ||
    ref === undefined ||
    urls.length === 0 ||
    isDeleted
  ) {
    return [];
  }
  const branch = textAt(payload, 'project', 'default_branch');
  return [
    {
      urls,
      ref,
      isDefaultBranch: branch === undefined ? undefined : branch === ref,
      // GitLab does not say whether a push was forced, and lists the first commits only.
      paths: changedPaths(payload, numberAt(payload, 'total_commits_count')),
    },
  ];
}
