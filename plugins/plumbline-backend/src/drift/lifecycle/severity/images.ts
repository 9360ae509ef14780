/** Whether an image comes from another registry than Git says. */
export function leavesRegistry(desired: unknown, live: unknown): boolean {
  return (
    typeof desired === 'string' &&
    typeof live === 'string' &&
    registryOf(desired) !== registryOf(live)
  );
}

/** Whether an image is live by a tag that can be moved, and Git's cannot. */
export function becomesMutable(desired: unknown, live: unknown): boolean {
  return (
    typeof desired === 'string' &&
    typeof live === 'string' &&
    !isMutable(desired) &&
    isMutable(live)
  );
}

function registryOf(image: string): string {
  const [first, ...rest] = image.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first)
    ? first
    : 'docker.io';
}

function isMutable(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return (
    !image.includes('@') && (!name.includes(':') || name.endsWith(':latest'))
  );
}
