import type {
  IncidentDetail,
  IncidentStateChange,
  IncidentStatistics,
  QueryOf,
  Timeline,
  WaysOut,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useCallback } from 'react';
import { usePlumblineApi } from './plumblineApiRef';
import { readData } from './readData';
import { type PagesResult, usePlumblinePages } from './usePlumblinePages';
import { type QueryResult, usePlumblineQuery } from './usePlumblineQuery';

/**
 * @returns a function that acknowledges the incident or takes that back, and resolves to the incident as it is then.
 * It rejects with a ResponseError: 403 without `plumbline.incident.update`, 409 for an incident that is resolved.
 * @public
 */
export function useChangeIncidentState(
  id: string,
): (change: IncidentStateChange) => Promise<IncidentDetail> {
  const client = usePlumblineApi();
  return useCallback(
    change =>
      readData(
        client.request('post', '/v1/incidents/{id}/state', {
          params: { path: { id } },
          body: change,
        }),
      ),
    [client, id],
  );
}

/** What happened around an incident on one axis, newest first, page by page. @public */
export function useIncidentTimeline(
  id: string,
  query: Omit<QueryOf<'getIncidentTimeline'>, 'cursor'> = {},
): PagesResult<Timeline> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request('get', '/v1/incidents/{id}/timeline', {
          params: { path: { id }, query: { ...query, cursor } },
          signal,
        }),
      ),
    {
      key: `timeline ${id} ${JSON.stringify(query)}`,
      channel: 'plumbline:drift',
    },
  );
}

/**
 * The patch that adopts the live values and the commands that restore what Git says. Every question reads the cluster
 * and the source file, so it is asked again on demand only.
 *
 * @public
 */
export function useIncidentWaysOut(id: string): QueryResult<WaysOut> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/incidents/{id}/ways-out', {
          params: { path: { id } },
          signal,
        }),
      ),
    { key: `ways out ${id}` },
  );
}

/** Ages and times of incidents, per entity and per cause, and what keeps coming back. @public */
export function useIncidentStatistics(
  query: QueryOf<'getIncidentStatistics'> = {},
): QueryResult<IncidentStatistics> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/incident-statistics', {
          params: { query },
          signal,
        }),
      ),
    { key: `incident statistics ${JSON.stringify(query)}` },
  );
}
