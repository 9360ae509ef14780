import type {
  AuditEventPage,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  useAuditEvents,
  useEntityActivity,
  type PagesResult,
} from '@plumbline/backstage-plugin-plumbline-react';

type ListQuery = Omit<QueryOf<'searchAuditEvents'>, 'cursor'>;

/** Events of everything, for the page. */
export function useSearchList(query: ListQuery): PagesResult<AuditEventPage> {
  return useAuditEvents(query, { refresh: false });
}

/** Events of one entity, for its tab: who may see the entity may see these. */
export function useEntityList(
  entityRef: string,
  query: ListQuery,
): PagesResult<AuditEventPage> {
  const { cluster, actorClass, outcome, rule, from, to, q, routine, limit } =
    query;
  return useEntityActivity(
    entityRef,
    { cluster, actorClass, outcome, rule, from, to, q, routine, limit },
    { refresh: false },
  );
}
