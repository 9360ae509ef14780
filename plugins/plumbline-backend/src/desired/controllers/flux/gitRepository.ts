import { joinPath } from '../../joinPath';
import { isWithin } from '../../rendering/treePath';
import { isSet, mapAt, textAt, textsAt, type Fields } from '../fields';

/** What a GitRepository says of where it fetches from. */
export interface FetchedRepository {
  url: string;
  /** Branch, tag or commit; undefined: the default branch. */
  revision: string | undefined;
  unsupported: string[];
  /** The only folders that are fetched; empty for all. */
  folders: string[];
}

/** Flux fetches this branch when nothing is named. */
const DEFAULT_BRANCH = 'master';

/** What a Flux GitRepository fetches. */
export function fetchedRepository(gitRepository: object): FetchedRepository {
  const spec = mapAt(gitRepository, 'spec');
  const unsupported = [
    ...(isSet(spec, 'url') ? [] : ['GitRepository without a url']),
    ...(isSet(spec, 'include') ? ['GitRepository spec.include'] : []),
    ...(isSet(spec, 'ignore') ? ['GitRepository spec.ignore'] : []),
    ...(isSet(spec, 'recurseSubmodules')
      ? ['GitRepository spec.recurseSubmodules']
      : []),
  ];
  return {
    url: textAt(spec, 'url') ?? '',
    revision: revisionOf(mapAt(spec, 'ref'), gitRepository),
    unsupported,
    folders: textsAt(spec, 'sparseCheckout').map(folder => joinPath(folder)),
  };
}

/** By name, what keeps a part of a folder from being fetched. */
export function leftOutOf(
  { folders }: FetchedRepository,
  path: string,
): string[] {
  return folders.length === 0 ||
    folders.some(folder => isWithin(folder || '.', path))
    ? []
    : ['a path outside of GitRepository spec.sparseCheckout'];
}

function revisionOf(ref: Fields, gitRepository: object): string | undefined {
  const commit = textAt(ref, 'commit');
  if (commit !== undefined) {
    return commit;
  }
  const name = textAt(ref, 'name');
  if (name !== undefined) {
    return name.replace(/^refs\/(heads|tags)\//, '');
  }
  if (isSet(ref, 'semver')) {
    // Only the controller knows which tag it is.
    return (
      commitOfRevision(
        textAt(gitRepository, 'status', 'artifact', 'revision'),
      ) ?? textAt(ref, 'semver')
    );
  }
  return textAt(ref, 'tag') ?? textAt(ref, 'branch') ?? DEFAULT_BRANCH;
}

/**
 * The commit in a revision as Flux writes it: `main@sha1:…`, `sha1:…`, and `main/…` of old versions.
 *
 * @returns undefined when it names none
 */
export function commitOfRevision(
  revision: string | undefined,
): string | undefined {
  return /(?:^|[@/:])([0-9a-f]{40}|[0-9a-f]{64})$/.exec(revision ?? '')?.[1];
}
