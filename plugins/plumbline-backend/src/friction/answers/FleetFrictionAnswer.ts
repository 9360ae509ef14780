import type {
  Band,
  FleetFriction,
  Heatmap,
  TrendPoint,
} from '@plumbline/backstage-plugin-plumbline-common';
import {
  decodeCursor,
  pageOf,
  type KeysetPosition,
} from '../../database/keysetCursor';
import type { PlumblineEntity } from '../../catalog';
import { DAY } from '../score/decay';
import type { EntityScore } from '../score/EntityScore';
import type { FrictionScores } from '../score/FrictionScores';
import { SCORE_STEPS } from './heatmaps';

type FleetItem = FleetFriction['items'][number];

/** How the fleet is sorted. */
export type FleetSort = 'score' | 'change' | 'name' | 'events';

/** What is asked of the fleet. Values of one filter are alternatives. */
export interface FleetQuery {
  days: number;
  owners?: string[];
  systems?: string[];
  bands?: string[];
  sort: FleetSort;
  cursor?: string;
  limit: number;
}

/** Drivers that a row of the list has room for. */
const MAX_DRIVERS = 3;

/** A score below every score: entities of which nothing can be said come last. */
const NOTHING = -1000;

/** Compares the friction of services. */
export class FleetFrictionAnswer {
  readonly #scores: FrictionScores;

  constructor(scores: FrictionScores) {
    this.#scores = scores;
  }

  /**
   * @param entities - those that the reader may see
   * @param now - milliseconds since the epoch
   */
  async of(
    entities: PlumblineEntity[],
    query: FleetQuery,
    now: number,
  ): Promise<FleetFriction> {
    const asked = entities.filter(
      ({ owner, system }) =>
        matches(query.owners, owner) && matches(query.systems, system),
    );
    const refs = asked.map(({ entityRef }) => entityRef);
    const [current, weekAgo] = await this.#scores.scoresAt(
      refs,
      [now, now - 7 * DAY],
      now,
    );
    const items = asked
      .map(entity =>
        toItem(
          entity,
          current.get(entity.entityRef),
          weekAgo.get(entity.entityRef),
        ),
      )
      .filter(({ band }) => matches(query.bands, band));
    const { rows, nextCursor } = pageOfSorted(items, query);
    const trends = await this.#scores.dailyScores(
      rows.map(({ entityRef }) => entityRef),
      query.days,
      now,
    );
    const shown = rows.map(item => ({
      ...item,
      trend: trends.get(item.entityRef) ?? [],
    }));
    return {
      items: shown,
      total: items.length,
      heatmap: serviceByDay(shown),
      nextCursor,
    };
  }
}

function toItem(
  { entityRef, entity, owner, system }: PlumblineEntity,
  current: EntityScore | undefined,
  weekAgo: EntityScore | undefined,
): FleetItem {
  const score = current?.score;
  return {
    entityRef,
    title: entity.metadata.title,
    owner,
    system,
    state: current?.state ?? 'not-resolved',
    reason: current?.reason,
    score: score?.score,
    band: score?.band,
    changeSinceWeekAgo:
      score && weekAgo?.score ? score.score - weekAgo.score.score : undefined,
    eventCount: score?.eventCount ?? 0,
    drivers: (score?.drivers ?? []).slice(0, MAX_DRIVERS),
    trend: [],
  };
}

function matches(
  wanted: string[] | undefined,
  value: string | Band | undefined,
): boolean {
  return !wanted?.length || (value !== undefined && wanted.includes(value));
}

/** What an item is sorted by: the largest number first, then the name. */
function positionOf(item: FleetItem, sort: FleetSort): KeysetPosition {
  const numbers: Record<FleetSort, number> = {
    score: item.score ?? NOTHING,
    change: item.changeSinceWeekAgo ?? NOTHING,
    events: item.score === undefined ? NOTHING : item.eventCount,
    name: 0,
  };
  const name = `${item.title ?? nameIn(item.entityRef)}\n${item.entityRef}`;
  return [numbers[sort], name.toLocaleLowerCase('en-US')];
}

function pageOfSorted(items: FleetItem[], { sort, cursor, limit }: FleetQuery) {
  const after = decodeCursor(cursor, ['number', 'string']);
  const sorted = items
    .map(item => ({ item, position: positionOf(item, sort) }))
    .sort((a, b) => compare(a.position, b.position))
    .filter(({ position }) => !after || compare(position, after) > 0);
  const page = pageOf(sorted, limit, row => row.position);
  return { ...page, rows: page.rows.map(({ item }) => item) };
}

function compare(a: KeysetPosition, b: KeysetPosition): number {
  return (
    Number(b[0]) - Number(a[0]) || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))
  );
}

/** Service × day, the score at the end of each day; a day without one is no cell. */
function serviceByDay(items: FleetItem[]): Heatmap {
  const days = items[0]?.trend.map(({ day }) => day) ?? [];
  return {
    rows: items.map(({ entityRef, title, score, reason }) => ({
      id: entityRef,
      label: title ?? nameIn(entityRef),
      ...(score === undefined && { state: 'no-data' as const, reason }),
    })),
    columns: days.map((day, index) => ({
      id: day,
      label: day,
      state: items.some(({ trend }) => trend[index].value !== undefined)
        ? ('covered' as const)
        : ('no-data' as const),
    })),
    cells: items.flatMap(({ entityRef, trend }) =>
      trend.flatMap(({ day, value }: TrendPoint) =>
        value === undefined || value === 0
          ? []
          : [{ row: entityRef, column: day, points: value, count: 1 }],
      ),
    ),
    steps: SCORE_STEPS,
    unit: 'score',
  };
}

function nameIn(entityRef: string): string {
  return entityRef.slice(entityRef.indexOf('/') + 1);
}
