import type { RefusedFile, SourceTree } from '../DesiredSource';
import { isManifestFile, LimitedFiles, type ReadLimits } from '../ReadLimits';

/** A file of an archive. */
export interface ArchivedFile {
  /** Relative to the location. */
  path: string;
  content: Uint8Array;
}

/** What of an archive is read. */
export interface Selection {
  /** Relative to the location; `.` for all of it. */
  path: string;
  files: 'manifests' | 'all';
  limits: ReadLimits;
}

/**
 * Takes the files at or below a path, within the caps of one read.
 *
 * @throws DesiredStateError when a cap is exceeded
 */
export function selectFiles(
  archive: Iterable<ArchivedFile>,
  left: readonly RefusedFile[],
  selection: Selection,
): Pick<SourceTree, 'files' | 'refused'> {
  const { path, limits } = selection;
  const limited = new LimitedFiles(limits);
  const refused: RefusedFile[] = left.filter(file =>
    isSelected(file.path, selection),
  );
  const chosen = [...archive].filter(file => isSelected(file.path, selection));
  for (const file of chosen.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    limited.checkDepth(file.path, depthBelow(file.path, path));
    if (file.content.byteLength === 0 && !isDotFile(file.path)) {
      // Archives deliver symbolic links as empty files.
      refused.push({
        path: file.path,
        reason:
          'is empty, or a symbolic link; links are not followed, and a comment in an empty file tells it from one',
      });
    } else {
      limited.add(file.path, file.content);
    }
  }
  return { files: limited.files, refused };
}

/** Whether a file belongs to what is read, by its path relative to the location. */
export function isSelected(
  name: string,
  { path, files }: Pick<Selection, 'path' | 'files'>,
): boolean {
  return (
    (path === '.' || name === path || name.startsWith(`${path}/`)) &&
    (files === 'all' || isManifestFile(name))
  );
}

/** Such as `.gitkeep`: it is there to be empty. */
function isDotFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('.');
}

function depthBelow(name: string, path: string): number {
  const segments = (text: string) =>
    text.split('/').filter(segment => segment !== '' && segment !== '.').length;
  return Math.max(0, segments(name) - segments(path) - 1);
}
