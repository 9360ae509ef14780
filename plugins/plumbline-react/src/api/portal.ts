import type {
  CoveragePage,
  Feed,
  Overview,
  QuarantinePage,
  QueryOf,
  UnattributedPage,
} from '@plumbline/backstage-plugin-plumbline-common';
import { readData } from './readData';
import { type PagesResult, usePlumblinePages } from './usePlumblinePages';
import { type QueryResult, usePlumblineQuery } from './usePlumblineQuery';

/** The portal-wide picture of what the reader may see. @public */
export function useOverview(
  query: QueryOf<'getOverview'> = {},
): QueryResult<Overview> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/overview', { params: { query }, signal }),
      ),
    { key: `overview ${JSON.stringify(query)}`, channel: 'plumbline:drift' },
  );
}

/** Which entities are set up, page by page. @public */
export function useCoverage(
  query: Omit<QueryOf<'getCoverage'>, 'cursor'> = {},
): PagesResult<CoveragePage> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request('get', '/v1/coverage', {
          params: { query: { ...query, cursor } },
          signal,
        }),
      ),
    { key: `coverage ${JSON.stringify(query)}` },
  );
}

/** Every configured cluster and its audit feed. @public */
export function useFeeds(): QueryResult<{ items: Feed[] }> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(client.request('get', '/v1/feeds', { signal })),
    { key: 'feeds', channel: 'plumbline:audit' },
  );
}

/** Objects with audit events that belong to no entity, page by page. @public */
export function useUnattributed(
  query: Omit<QueryOf<'listUnattributed'>, 'cursor'> = {},
): PagesResult<UnattributedPage> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request('get', '/v1/unattributed', {
          params: { query: { ...query, cursor } },
          signal,
        }),
      ),
    { key: `unattributed ${JSON.stringify(query)}` },
  );
}

/** What arrived but could not be stored as an event, page by page. @public */
export function useQuarantine(
  query: Omit<QueryOf<'listQuarantine'>, 'cursor'> = {},
): PagesResult<QuarantinePage> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request('get', '/v1/quarantine', {
          params: { query: { ...query, cursor } },
          signal,
        }),
      ),
    { key: `quarantine ${JSON.stringify(query)}` },
  );
}
