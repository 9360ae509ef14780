import type {
  EntityFriction,
  FleetFriction,
  FrictionEventPage,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import { entityPath } from './entityPath';
import { readData } from './readData';
import { type PagesResult, usePlumblinePages } from './usePlumblinePages';
import { type QueryResult, usePlumblineQuery } from './usePlumblineQuery';

/** Score, breakdown, trend and heatmaps of one entity, kept up to date. @public */
export function useEntityFriction(
  entityRef: string,
  query: QueryOf<'getEntityFriction'> = {},
): QueryResult<EntityFriction> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request(
          'get',
          '/v1/entities/{kind}/{namespace}/{name}/friction',
          {
            params: { path: entityPath(entityRef), query },
            signal,
          },
        ),
      ),
    {
      key: `friction ${entityRef} ${JSON.stringify(query)}`,
      channel: 'plumbline:friction',
    },
  );
}

/** The friction events behind a score, newest first, page by page. @public */
export function useFrictionEvents(
  entityRef: string,
  query: Omit<QueryOf<'listFrictionEvents'>, 'cursor'> = {},
): PagesResult<FrictionEventPage> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request(
          'get',
          '/v1/entities/{kind}/{namespace}/{name}/friction/events',
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
      key: `friction events ${entityRef} ${JSON.stringify(query)}`,
      channel: 'plumbline:friction',
    },
  );
}

/** Friction of all services that the reader may see, page by page. @public */
export function useFleetFriction(
  query: Omit<QueryOf<'getFleetFriction'>, 'cursor'> = {},
): PagesResult<FleetFriction> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request('get', '/v1/friction', {
          params: { query: { ...query, cursor } },
          signal,
        }),
      ),
    {
      key: `fleet friction ${JSON.stringify(query)}`,
      channel: 'plumbline:friction',
    },
  );
}
