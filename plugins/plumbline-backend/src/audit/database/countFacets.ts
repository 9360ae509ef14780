import type { AuditEventFacets } from '@plumbline/backstage-plugin-plumbline-common';
import type { Knex } from 'knex';
import type { AuditEventFilter } from '../AuditStore';
import { countHistogram } from './countHistogram';
import { filterEvents } from './filterEvents';

type FacetName = keyof AuditEventFacets['facets'];
type FacetValues = AuditEventFacets['facets'][FacetName];

interface FacetRow {
  value: string;
  label?: string;
  count: number | string;
}

/** Values of one facet; those with the most events. */
const MAX_VALUES = 50;

/** The column that a facet counts, and the filter that chooses from it. */
const FACETS: Record<
  Exclude<FacetName, 'rule'>,
  { column: string; filter: keyof AuditEventFilter }
> = {
  cluster: { column: 'cluster', filter: 'clusters' },
  actorClass: { column: 'actor_class', filter: 'actorClasses' },
  outcome: { column: 'outcome', filter: 'outcomes' },
  verb: { column: 'verb', filter: 'verbs' },
  entity: { column: 'entity_ref', filter: 'entityRefs' },
};

/**
 * Counts of a search. Each facet counts as if nothing were chosen from itself, so that the alternatives to a choice
 * keep their numbers; `total` and the histogram count with all choices.
 */
export async function countFacets(
  knex: Knex,
  filter: AuditEventFilter,
): Promise<AuditEventFacets> {
  const column = (name: keyof typeof FACETS) => countColumn(knex, filter, name);
  const [{ count }] = await filterEvents(knex('audit_events'), filter).count({
    count: '*',
  });
  return {
    total: Number(count),
    facets: {
      cluster: await column('cluster'),
      actorClass: await column('actorClass'),
      outcome: await column('outcome'),
      verb: await column('verb'),
      rule: await countRules(knex, filter),
      entity: await column('entity'),
    },
    histogram: await countHistogram(knex, filter),
  };
}

async function countColumn(
  knex: Knex,
  filter: AuditEventFilter,
  name: keyof typeof FACETS,
): Promise<FacetValues> {
  const { column, filter: own } = FACETS[name];
  const rows = await filterEvents(knex('audit_events'), {
    ...filter,
    [own]: undefined,
  })
    .whereNotNull(column)
    .groupBy(column)
    .count({ count: '*' })
    .orderBy([{ column: 'count', order: 'desc' }, { column: 'value' }])
    .limit(MAX_VALUES)
    .select<FacetRow[]>({ value: column });
  return toValues(rows);
}

async function countRules(
  knex: Knex,
  filter: AuditEventFilter,
): Promise<FacetValues> {
  const rows = await filterEvents(knex('audit_events'), {
    ...filter,
    rules: undefined,
  })
    .join(
      'audit_event_rules',
      'audit_event_rules.sequence',
      'audit_events.sequence',
    )
    .groupBy('audit_event_rules.rule_id')
    .max({ label: 'audit_event_rules.title' })
    .count({ count: '*' })
    .orderBy([{ column: 'count', order: 'desc' }, { column: 'value' }])
    .limit(MAX_VALUES)
    .select<FacetRow[]>({ value: 'audit_event_rules.rule_id' });
  return toValues(rows);
}

function toValues(rows: FacetRow[]): FacetValues {
  return rows.map(({ value, label, count }) => ({
    value,
    ...(label === undefined ? {} : { label }),
    count: Number(count),
  }));
}
