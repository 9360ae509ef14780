import type {
  DriftRun,
  EntityDrift,
  EntityObjects,
  IncidentDetail,
  IncidentPage,
  ObjectManifests,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import { useCallback } from 'react';
import { entityPath } from './entityPath';
import { usePlumblineApi } from './plumblineApiRef';
import { readData } from './readData';
import { type PagesResult, usePlumblinePages } from './usePlumblinePages';
import { type QueryResult, usePlumblineQuery } from './usePlumblineQuery';

/** Targets, counts and findings of one entity, kept up to date. @public */
export function useEntityDrift(entityRef: string): QueryResult<EntityDrift> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/entities/{kind}/{namespace}/{name}/drift', {
          params: { path: entityPath(entityRef) },
          signal,
        }),
      ),
    { key: `drift ${entityRef}`, channel: 'plumbline:drift' },
  );
}

/** What Git declares for an entity and what the cluster made of it. @public */
export function useEntityObjects(
  entityRef: string,
): QueryResult<EntityObjects> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request(
          'get',
          '/v1/entities/{kind}/{namespace}/{name}/objects',
          { params: { path: entityPath(entityRef) }, signal },
        ),
      ),
    { key: `objects ${entityRef}`, channel: 'plumbline:drift' },
  );
}

/** Both sides of one object as YAML. @public */
export function useObjectManifests(options: {
  entityRef: string;
  /** Id of the target. */
  target: string;
  /** `apiVersion/Kind/namespace/name` */
  objectRef: string;
  /** Whether the live side tells what the API server and controllers filled in. Default `show`. */
  serverFilled?: 'hide' | 'show';
}): QueryResult<ObjectManifests> {
  const { entityRef, target, objectRef, serverFilled } = options;
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request(
          'get',
          '/v1/entities/{kind}/{namespace}/{name}/manifests',
          {
            params: {
              path: entityPath(entityRef),
              query: { target, ref: objectRef, serverFilled },
            },
            signal,
          },
        ),
      ),
    {
      key: `manifests ${entityRef} ${target} ${objectRef} ${
        serverFilled ?? 'show'
      }`,
      channel: 'plumbline:drift',
    },
  );
}

/**
 * @returns a function that queues a check of all targets of the entity and resolves to the queued runs.
 * @public
 */
export function useStartDriftRuns(
  entityRef: string,
): () => Promise<DriftRun[]> {
  const client = usePlumblineApi();
  return useCallback(async () => {
    const { runs } = await readData(
      client.request(
        'post',
        '/v1/entities/{kind}/{namespace}/{name}/drift-runs',
        {
          params: { path: entityPath(entityRef) },
        },
      ),
    );
    return runs;
  }, [client, entityRef]);
}

/** Incidents of everything that the reader may see, newest first, page by page. @public */
export function useIncidents(
  query: Omit<QueryOf<'listIncidents'>, 'cursor'>,
): PagesResult<IncidentPage> {
  return usePlumblinePages(
    (client, signal, cursor) =>
      readData(
        client.request('get', '/v1/incidents', {
          params: { query: { ...query, cursor } },
          signal,
        }),
      ),
    { key: `incidents ${JSON.stringify(query)}`, channel: 'plumbline:drift' },
  );
}

/** One incident with its history. @public */
export function useIncident(id: string): QueryResult<IncidentDetail> {
  return usePlumblineQuery(
    (client, signal) =>
      readData(
        client.request('get', '/v1/incidents/{id}', {
          params: { path: { id } },
          signal,
        }),
      ),
    { key: `incident ${id}`, channel: 'plumbline:drift' },
  );
}
