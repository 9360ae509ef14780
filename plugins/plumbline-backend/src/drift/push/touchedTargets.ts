import type { ManifestsRenderer } from '@plumbline/backstage-plugin-plumbline-common';
import type { GitPush } from './GitPush';

/** A repository as pushes name it. */
export interface PushableRepository {
  /** The same for all spellings of the address. */
  repository: string;
  fullName: string;
}

/** A target as far as a push concerns it. */
export interface PushableTarget extends PushableRepository {
  id: string;
  /** Further repositories that values come from, of which nothing more is known. */
  valuesFrom: readonly PushableRepository[];
  /** Undefined: the default branch, or what a controller's object says. */
  ref: string | undefined;
  /** Whether a controller's object says which ref it is. */
  isLocatedByController: boolean;
  /** From the root of the repository; empty for the root. */
  path: string;
  /** The widest folder that the last look read; undefined before it. */
  readFolder: string | undefined;
  renderedBy: ManifestsRenderer | undefined;
}

/**
 * Which targets a push may have changed. Where the event or the target does not tell, it may.
 *
 * @param repositories - of the push, in the spelling of the targets
 */
export function touchedTargets(
  push: GitPush,
  repositories: ReadonlySet<string>,
  targets: readonly PushableTarget[],
): PushableTarget[] {
  const isPushed = (place: PushableRepository) =>
    repositories.has(place.repository) ||
    (repositories.size === 0 && isNamed(place, push));
  return targets.filter(
    target =>
      target.valuesFrom.some(isPushed) ||
      (isPushed(target) &&
        isOfRef(target, push) &&
        isTouched(target, push.paths)),
  );
}

function isNamed({ fullName }: PushableRepository, push: GitPush): boolean {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return (
    push.fullName !== undefined && lower(push.fullName) === lower(fullName)
  );
}

function isOfRef(target: PushableTarget, push: GitPush): boolean {
  if (target.isLocatedByController) {
    return true;
  }
  return target.ref === undefined
    ? push.isDefaultBranch !== false
    : target.ref === push.ref;
}

function isTouched(
  { path, readFolder, renderedBy, isLocatedByController }: PushableTarget,
  changed: readonly string[] | undefined,
): boolean {
  if (changed === undefined) {
    return true;
  }
  // Values of a chart may come from anywhere where a controller's object says so.
  const isAnywhere = isLocatedByController && renderedBy === 'helm';
  // Overlays and charts read what lies outside of their folder; before the first good look nobody knows what.
  const known = readFolder ?? (renderedBy === 'plain' ? path : '');
  const folder = isAnywhere ? '' : known;
  return changed.some(
    file =>
      folder === '' ||
      file === folder ||
      file.startsWith(`${folder}/`) ||
      file === path ||
      file.startsWith(`${path}/`),
  );
}
