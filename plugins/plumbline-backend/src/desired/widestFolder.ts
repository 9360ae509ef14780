/**
 * The folder that holds a path and all files that were read for it.
 *
 * @param path - relative to the location, `.` for the location itself
 * @returns relative to the location, `.` for the location itself
 */
export function widestFolder(
  path: string,
  files: readonly { path: string }[],
): string {
  const start = path === '.' ? [] : path.split('/');
  const shared = files.reduce((common, file) => {
    const folders = file.path.split('/').slice(0, -1);
    // A target may be one file.
    const own = file.path === path ? start : folders;
    const end = common.findIndex((folder, index) => folder !== own[index]);
    return end === -1 ? common : common.slice(0, end);
  }, start);
  return shared.length === 0 ? '.' : shared.join('/');
}
