/** A path below a folder of the repository; `.` and empty parts are left out. */
export function joinPath(...paths: string[]): string {
  return paths
    .flatMap(path => path.split('/'))
    .filter(part => part !== '' && part !== '.')
    .join('/');
}
