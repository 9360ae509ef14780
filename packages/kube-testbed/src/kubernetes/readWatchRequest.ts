import { ResourceType } from './ResourceType';
import { WatchRequest } from './WatchStream';
import { matchesFieldSelector, matchesLabelSelector } from './selectors';

/**
 * Reads the query of a watch.
 *
 * @throws RangeError for a field selector the double does not know.
 * @internal
 */
export function readWatchRequest(
  scope: { type: ResourceType; namespace?: string },
  query: URLSearchParams,
): WatchRequest {
  const byLabel = matchesLabelSelector(query.get('labelSelector') ?? '');
  const byField = matchesFieldSelector(query.get('fieldSelector') ?? '');
  const revision = query.get('resourceVersion');
  return {
    ...scope,
    matches: object => byLabel(object) && byField(object),
    fromRevision: revision ? Number(revision) : undefined,
    sendInitialEvents: query.get('sendInitialEvents') === 'true',
    allowBookmarks: ['true', '1'].includes(
      query.get('allowWatchBookmarks') ?? '',
    ),
  };
}
