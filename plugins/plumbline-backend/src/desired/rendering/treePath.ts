/** The folder of a file or folder, `.` for the location itself. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}

/**
 * Resolves a relative path that a file of a tree names.
 *
 * @param folder - that it is relative to
 * @returns undefined when it leads out of the tree
 */
export function resolveInTree(
  folder: string,
  relative: string,
): string | undefined {
  const way: string[] = [];
  for (const segment of `${folder}/${relative}`.split('/')) {
    if (segment === '..') {
      if (way.pop() === undefined) {
        return undefined;
      }
    } else if (segment !== '' && segment !== '.') {
      way.push(segment);
    }
  }
  return way.join('/') || '.';
}

/** Whether a path is the folder or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

/** The way from a folder to a path below it, `.` for the folder itself. */
export function pathWithin(folder: string, path: string): string {
  if (folder === '.') {
    return path;
  }
  return path === folder ? '.' : path.slice(folder.length + 1);
}

/** The nearest folder that all paths are in. */
export function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map(path =>
    path === '.' ? [] : path.split('/'),
  );
  const differs = first.findIndex((segment, index) =>
    others.some(other => other[index] !== segment),
  );
  const common = differs === -1 ? first : first.slice(0, differs);
  return common.join('/') || '.';
}
