import { parseEntityRef } from '@backstage/catalog-model';
import { Skeleton } from '@backstage/ui';
import type {
  ActorClass,
  AuditEventFacets,
  Outcome,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  ACTOR_CLASS_WORDS,
  FacetList,
  OUTCOME_WORDS,
} from '@plumbline/backstage-plugin-plumbline-react';
import type { Facet } from '../AuditExplorer/auditFilters';
import type { AuditFilterState } from '../AuditExplorer/useAuditFilters';
import styles from './AuditFacets.module.css';

const TITLES: Record<Facet, string> = {
  cluster: 'Cluster',
  actorClass: 'Who',
  outcome: 'Result',
  verb: 'What it did',
  rule: 'Rule',
  entity: 'Entity',
};

/** What the entity's own list can be filtered by. */
const ENTITY_FACETS: Facet[] = ['cluster', 'actorClass', 'outcome', 'rule'];
const ALL_FACETS: Facet[] = [
  'cluster',
  'actorClass',
  'outcome',
  'verb',
  'rule',
  'entity',
];

const WORDS: Partial<Record<Facet, (value: string) => string | undefined>> = {
  actorClass: value => ACTOR_CLASS_WORDS[value as ActorClass],
  outcome: value => OUTCOME_WORDS[value as Outcome],
  entity: value => parseEntityRef(value).name,
};

/** Facets with counts; a choice stays visible when nothing matches it any more. */
export function AuditFacets(props: {
  facets: AuditEventFacets | undefined;
  error: Error | undefined;
  state: AuditFilterState;
  ofEntity: boolean;
}) {
  const { facets, error, state, ofEntity } = props;
  return (
    <div className={styles.facets} role="group" aria-label="Filters">
      {!facets && !error && <Skeleton width="100%" height={320} />}
      {!facets && error && (
        <p className={styles.error} role="alert">
          Counts are unknown: {error.message}
        </p>
      )}
      {(ofEntity ? ENTITY_FACETS : ALL_FACETS).map(facet => (
        <FacetList
          key={facet}
          label={TITLES[facet]}
          values={facets?.facets[facet] ?? []}
          selected={state.filters[facet]}
          onChange={values => state.setFacet(facet, values)}
          labelOf={WORDS[facet]}
        />
      ))}
    </div>
  );
}
