import type { Knex } from 'knex';
import type { AuditEventFilter } from '../AuditStore';

/** A word of a search, `%` and `_` taken literally. */
function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Words beyond these are not looked for. */
const MAX_WORDS = 10;

/** Adds the conditions of a filter to a query over `audit_events`. */
export function filterEvents<T extends Knex.QueryBuilder>(
  query: T,
  filter: AuditEventFilter,
): T {
  filterByColumns(query, filter);
  filterByResource(query, filter.resources);
  filterByVisibility(query, filter);
  filterByText(query, filter);
  if (filter.rules?.length) {
    const rules = filter.rules;
    query.whereExists(matches =>
      matches
        .select('audit_event_rules.rule_id')
        .from('audit_event_rules')
        .whereRaw('audit_event_rules.sequence = audit_events.sequence')
        .whereIn('audit_event_rules.rule_id', rules),
    );
  }
  if (filter.routine === 'hide') {
    query.where('audit_events.routine', false);
  }
  return query;
}

function filterByColumns(
  query: Knex.QueryBuilder,
  filter: AuditEventFilter,
): void {
  const columns: [string, string[] | undefined][] = [
    ['entity_ref', filter.entityRefs],
    ['cluster', filter.clusters],
    ['actor', filter.actors],
    ['actor_class', filter.actorClasses],
    ['verb', filter.verbs],
    ['outcome', filter.outcomes],
  ];
  for (const [column, values] of columns) {
    if (values !== undefined) {
      query.whereIn(`audit_events.${column}`, values);
    }
  }
  if (filter.namespaces !== undefined) {
    filterByNamespace(query, filter.namespaces);
  }
  if (filter.namePrefix) {
    query.whereRaw("audit_events.name like ? escape '\\'", [
      likePattern(filter.namePrefix).slice(1),
    ]);
  }
  if (filter.from !== undefined) {
    query.where('audit_events.time_us', '>=', filter.from);
  }
  if (filter.to !== undefined) {
    query.where('audit_events.time_us', '<', filter.to);
  }
}

function filterByResource(
  query: Knex.QueryBuilder,
  resources: string[] | undefined,
): void {
  if (resources === undefined) {
    return;
  }
  query.where(any => {
    any.whereRaw('1 = 0');
    for (const entry of resources) {
      const [resource, ...rest] = entry.split('/');
      const subresource = rest.join('/');
      any.orWhere({
        'audit_events.resource': resource,
        ...(subresource ? { 'audit_events.subresource': subresource } : {}),
      });
    }
  });
}

function filterByVisibility(
  query: Knex.QueryBuilder,
  filter: AuditEventFilter,
): void {
  const hidden = filter.hiddenEntityRefs ?? [];
  if (hidden.length > 0) {
    query.where(visible =>
      visible
        .whereNull('audit_events.entity_ref')
        .orWhereNotIn('audit_events.entity_ref', hidden),
    );
  }
}

function filterByText(
  query: Knex.QueryBuilder,
  filter: AuditEventFilter,
): void {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  for (const word of words.slice(0, MAX_WORDS)) {
    const pattern = likePattern(word);
    query.where(either => {
      either.whereRaw("audit_events.search_text like ? escape '\\'", [pattern]);
      if (!filter.peopleHidden) {
        either.orWhereRaw("audit_events.search_people like ? escape '\\'", [
          pattern,
        ]);
      }
    });
  }
}

/** Objects without a namespace have none in their row. */
function filterByNamespace(
  query: Knex.QueryBuilder,
  namespaces: string[],
): void {
  query.where(either => {
    either.whereIn('audit_events.namespace', namespaces);
    if (namespaces.includes('')) {
      either.orWhereNull('audit_events.namespace');
    }
  });
}
