import type {
  AuditEventDetail,
  AuditEventFacets,
  AuditEventPage,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import { entityPath } from './entityPath';
import { readData } from './readData';
import { type PagesResult, usePlumblinePages } from './usePlumblinePages';
import { type QueryResult, usePlumblineQuery } from './usePlumblineQuery';

/** @public */
export interface AuditListOptions {
  /** False for a list that is kept up to date by the live tail: reading it anew would move rows under the reader. */
  refresh?: boolean;
}

/** What happened to one entity, newest first, page by page. @public */
export function useEntityActivity(
  entityRef: string,
  query: Omit<QueryOf<'getEntityActivity'>, 'cursor'> = {},
  options: AuditListOptions = {},
): PagesResult<AuditEventPage> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request(
          'get',
          '/v1/entities/{kind}/{namespace}/{name}/activity',
          {
            params: {
              path: entityPath(entityRef),
              query: { ...query, cursor },
            },
            signal,
          },
        ),
      ),
    {
      key: `activity ${entityRef} ${JSON.stringify(query)}`,
      channel: options.refresh === false ? undefined : 'plumbline:audit',
    },
  );
}

/** Audit events of everything that the reader may see, newest first, page by page. @public */
export function useAuditEvents(
  query: Omit<QueryOf<'searchAuditEvents'>, 'cursor'> = {},
  options: AuditListOptions = {},
): PagesResult<AuditEventPage> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request('get', '/v1/audit-events', {
          params: { query: { ...query, cursor } },
          signal,
        }),
      ),
    {
      key: `audit events ${JSON.stringify(query)}`,
      channel: options.refresh === false ? undefined : 'plumbline:audit',
    },
  );
}

/** Counts per facet and a histogram for the filters of a search. @public */
export function useAuditEventFacets(
  query: QueryOf<'getAuditEventFacets'> = {},
): QueryResult<AuditEventFacets> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/audit-events/facets', {
          params: { query },
          signal,
        }),
      ),
    {
      key: `audit facets ${JSON.stringify(query)}`,
      channel: 'plumbline:audit',
    },
  );
}

/** One audit event with its raw JSON. @public */
export function useAuditEvent(id: string): QueryResult<AuditEventDetail> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/audit-events/{id}', {
          params: { path: { id } },
          signal,
        }),
      ),
    { key: `audit event ${id}` },
  );
}
