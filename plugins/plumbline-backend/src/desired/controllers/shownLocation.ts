/**
 * The address of a repository as a location: controllers' objects write it as they please, with credentials even.
 *
 * @param repository - as the object names it
 */
export function shownLocation(repository: string): string {
  if (!URL.canParse(repository)) {
    return `url:${repository}`;
  }
  const url = new URL(repository);
  url.password = '';
  url.username = url.protocol === 'ssh:' ? url.username : '';
  return `url:${url.href}`;
}
