import type {
  DirectoryOptions,
  RepositoryFile,
} from '@plumbline/backstage-plugin-plumbline-node';
import { folderOf, pathWithin } from '../treePath';
import { matchesGlob } from './matchesGlob';

/** In a file of a directory that Argo CD is told to leave alone. */
const SKIP_MARK = '+argocd:skip-file-rendering';

/**
 * Why the options of a directory leave a file out.
 *
 * @param folder - the directory
 * @returns undefined when the file counts
 */
export function leftOut(
  { path, text }: RepositoryFile,
  folder: string,
  { recurse = true, include, exclude }: DirectoryOptions,
): string | undefined {
  const name = pathWithin(folder, path);
  if (!recurse && folderOf(name) !== '.') {
    return 'lies in a folder below, and directory.recurse is off';
  }
  if (exclude !== undefined && matchesGlob(exclude, name)) {
    return 'is left out by directory.exclude';
  }
  if (include !== undefined && !matchesGlob(include, name)) {
    return 'is not in directory.include';
  }
  return text.includes(SKIP_MARK) ? `is marked with ${SKIP_MARK}` : undefined;
}
