import { mapAt, mapsAt, textAt } from '../../../desired/controllers/fields';
import type { GitPush } from '../GitPush';
import { present, shortRef } from './payload';

/** Reads a push of Bitbucket Server, which names no files, and no address in older versions. */
export function readBitbucketServerPush(payload: object): GitPush[] {
  const repository = mapAt(payload, 'repository');
  const project = textAt(repository, 'project', 'key');
  const slug = textAt(repository, 'slug');
  const urls = present(
    ...[
      ...mapsAt(repository, 'links', 'self'),
      ...mapsAt(repository, 'links', 'clone'),
    ].map(link => textAt(link, 'href')),
  );
  if (!project || !slug) {
    return [];
  }
  return mapsAt(payload, 'changes').flatMap(change => {
    const ref = shortRef(
      textAt(change, 'ref', 'id') ?? textAt(change, 'refId'),
    );
    return ref === undefined || textAt(change, 'type') === 'DELETE'
      ? []
      : [{ urls, fullName: `${project}/${slug}`, ref }];
  });
}
