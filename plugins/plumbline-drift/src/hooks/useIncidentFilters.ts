import type {
  QueryOf,
  Severity,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  type CauseLevel,
  LEVEL_WORDS,
  SEVERITIES,
  useQueryList,
  useQueryState,
} from '@plumbline/backstage-plugin-plumbline-react';

/** States that the list can be asked for. @internal */
export const INCIDENT_FILTER_STATES = [
  'open',
  'acknowledged',
  'resolved',
  'all',
] as const;

/** Levels that the list can be asked for. @internal */
export const INCIDENT_LEVELS = Object.keys(LEVEL_WORDS) as CauseLevel[];

/**
 * The filters of the list of incidents, kept in the address under the names that the backend gives them.
 *
 * @internal
 */
export function useIncidentFilters(): Omit<QueryOf<'listIncidents'>, 'cursor'> {
  const [state] = useQueryState('state', {
    fallback: 'open',
    values: INCIDENT_FILTER_STATES,
  });
  const [severity] = useQueryList<Severity>('severity', { values: SEVERITIES });
  const [level] = useQueryList<CauseLevel>('level', {
    values: INCIDENT_LEVELS,
  });
  const [cluster] = useQueryList('cluster');
  const [entity] = useQueryList('entity');
  const [q] = useQueryState('q', { fallback: '' });
  return { state, severity, level, cluster, entity, q: q || undefined };
}
