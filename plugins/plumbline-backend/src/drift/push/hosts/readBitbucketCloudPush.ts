import { mapsAt, textAt } from '../../../desired/controllers/fields';
import type { GitPush } from '../GitPush';
import { present } from './payload';

/** Reads a push of Bitbucket Cloud, which names no files. */
export function readBitbucketCloudPush(payload: object): GitPush[] {
  const urls = present(textAt(payload, 'repository', 'links', 'html', 'href'));
  const branch = textAt(payload, 'repository', 'mainbranch', 'name');
  return mapsAt(payload, 'push', 'changes').flatMap(change => {
    const ref = textAt(change, 'new', 'name');
    return ref === undefined || urls.length === 0
      ? []
      : [
          {
            urls,
            ref,
            isDefaultBranch: branch === undefined ? undefined : branch === ref,
          },
        ];
  });
}
