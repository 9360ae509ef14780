import { mapsAt, textAt } from '../../../desired/controllers/fields';
import type { GitPush } from '../GitPush';
import { present, shortRef } from './payload';

/** Reads a push of Azure DevOps, which names no files. */
export function readAzurePush(payload: object): GitPush[] {
  const urls = present(textAt(payload, 'resource', 'repository', 'remoteUrl'));
  if (textAt(payload, 'eventType') !== 'git.push' || urls.length === 0) {
    return [];
  }
  const branch = shortRef(
    textAt(payload, 'resource', 'repository', 'defaultBranch'),
  );
  return mapsAt(payload, 'resource', 'refUpdates').flatMap(update => {
    const ref = shortRef(textAt(update, 'name'));
    return ref === undefined
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
