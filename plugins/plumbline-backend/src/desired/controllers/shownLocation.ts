/**
 * The address of a repository as it may be shown: controllers' objects write it as they please, with credentials even.
 *
 * @param repository - as the object names it
 */
export function shownAddress(repository: string): string {
  if (!URL.canParse(repository)) {
    return repository;
  }
  const url = new URL(repository);
  url.password = '';
  url.username = url.protocol === 'ssh:' ? url.username : '';
  return url.href;
}

/** {@link shownAddress} as a location. */
export function shownLocation(repository: string): string {
  return `url:${shownAddress(repository)}`;
}
