import type {
  ClusterGetQuery,
  ClusterListQuery,
} from '@plumbline/backstage-plugin-plumbline-node';

/** Whether an object or namespace can have this name at all. Names in audit events are whatever a client asked for. */
export function isPathSegment(text: string | undefined): boolean {
  return (
    text === undefined ||
    (!/[/%]|\p{Cc}/u.test(text) && !/^\.{0,2}$/.test(text))
  );
}

/** Path of a collection, or of one object in it. */
export function apiPath(
  query: Pick<ClusterListQuery, 'group' | 'version' | 'plural' | 'namespace'> &
    Partial<Pick<ClusterGetQuery, 'name'>>,
): string {
  const { group, version, plural, namespace, name } = query;
  return [
    ...(group === '' ? ['', 'api'] : ['', 'apis', group]),
    version,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    plural,
    ...(name === undefined ? [] : [name]),
  ]
    .map(encodeURIComponent)
    .join('/');
}
