import { mapsAt, textsAt } from '../../../desired/controllers/fields';

/** A git ref as branches and tags are called; undefined for other refs. */
export function shortRef(ref: string | undefined): string | undefined {
  return /^refs\/(?:heads|tags)\/(.+)$/.exec(ref ?? '')?.[1];
}

/** The texts that there are. */
export function present(...texts: (string | undefined)[]): string[] {
  return texts.filter((text): text is string => text !== undefined);
}

/**
 * Files that commits of a payload name.
 *
 * @param total - how many commits there are; payloads hold the first ones only
 * @returns undefined when not all are known
 */
export function changedPaths(
  payload: object,
  total: number | undefined,
): string[] | undefined {
  const commits = mapsAt(payload, 'commits');
  if (commits.length === 0 || (total ?? commits.length) > commits.length) {
    return undefined;
  }
  const paths = new Set(
    commits.flatMap(commit => [
      ...textsAt(commit, 'added'),
      ...textsAt(commit, 'modified'),
      ...textsAt(commit, 'removed'),
    ]),
  );
  return paths.size === 0 ? undefined : [...paths];
}
