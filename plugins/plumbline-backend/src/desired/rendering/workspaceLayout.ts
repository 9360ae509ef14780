import type { RepositoryFile } from '@plumbline/backstage-plugin-plumbline-node';
import { isWithin, pathWithin } from './treePath';

/** Files of the repository lie in a folder of their own, so that nothing of theirs can be taken for ours. */
const REPOSITORY = 'repository';

/** Where a path of the repository is in the workspace. */
export function inWorkspace(path: string): string {
  return path === '.' ? REPOSITORY : `${REPOSITORY}/${path}`;
}

/** The path of the repository that a path of the workspace stands for; undefined for a file of ours. */
export function ofRepository(path: string): string | undefined {
  return isWithin(REPOSITORY, path) ? pathWithin(REPOSITORY, path) : undefined;
}

/** Files of the repository as they lie in the workspace. */
export function layOut(files: readonly RepositoryFile[]): RepositoryFile[] {
  return files.map(file => ({ ...file, path: inWorkspace(file.path) }));
}
