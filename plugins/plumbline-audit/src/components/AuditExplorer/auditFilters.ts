import type {
  ActorClass,
  Outcome,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';

/** Spans that end now, by the text in the address. */
export const TIME_SPANS = {
  '1h': { label: 'Last hour', milliseconds: 3_600_000 },
  '6h': { label: 'Last 6 hours', milliseconds: 6 * 3_600_000 },
  '24h': { label: 'Last 24 hours', milliseconds: 86_400_000 },
  '7d': { label: 'Last 7 days', milliseconds: 7 * 86_400_000 },
  '30d': { label: 'Last 30 days', milliseconds: 30 * 86_400_000 },
} as const;

/** One of {@link TIME_SPANS}. */
export type TimeSpan = keyof typeof TIME_SPANS;

/** What the address says. */
export interface AuditFilters {
  q: string;
  span: TimeSpan;
  /** A span of its own, zoomed in the histogram; both or none. */
  from: string;
  to: string;
  cluster: string[];
  actorClass: string[];
  outcome: string[];
  verb: string[];
  rule: string[];
  entity: string[];
  routine: boolean;
}

/** Facets that the address holds as lists. */
export const FACETS = [
  'cluster',
  'actorClass',
  'outcome',
  'verb',
  'rule',
  'entity',
] as const;

/** One of {@link FACETS}. */
export type Facet = (typeof FACETS)[number];

function listOf<T extends string>(values: string[]): T[] | undefined {
  return values.length > 0 ? (values as T[]) : undefined;
}

/** @returns whether a span of its own was chosen; such a span has an end, so nothing new comes into it. */
export function hasOwnSpan(filters: AuditFilters): boolean {
  return !Number.isNaN(Date.parse(filters.from)) &&
    !Number.isNaN(Date.parse(filters.to))
    ? Date.parse(filters.from) < Date.parse(filters.to)
    : false;
}

/**
 * @param now - milliseconds since the epoch; must stay the same while the filters do, or each render would ask anew
 * @returns start, and for a span of its own the end
 */
export function timeRange(
  filters: AuditFilters,
  now: number,
): { from: string; to?: string } {
  if (hasOwnSpan(filters)) {
    return { from: filters.from, to: filters.to };
  }
  const { milliseconds } = TIME_SPANS[filters.span];
  return { from: new Date(now - milliseconds).toISOString() };
}

/** @returns what list, facets and live tail have in common. */
export function filterQuery(
  filters: AuditFilters,
  entityRef: string | undefined,
): QueryOf<'streamAuditEvents'> {
  return {
    q: filters.q.trim() || undefined,
    cluster: listOf(filters.cluster),
    actorClass: listOf<ActorClass>(filters.actorClass),
    outcome: listOf<Outcome>(filters.outcome),
    verb: listOf(filters.verb),
    rule: listOf(filters.rule),
    entity: entityRef ? [entityRef] : listOf(filters.entity),
    routine: filters.routine ? 'show' : 'hide',
  };
}

/** @returns how many filters beside the time are on. */
export function countFilters(filters: AuditFilters): number {
  return FACETS.reduce(
    (count, facet) => count + filters[facet].length,
    filters.q.trim() ? 1 : 0,
  );
}
