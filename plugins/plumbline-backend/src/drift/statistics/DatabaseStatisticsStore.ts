import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import {
  toBegin,
  toCauseClass,
  toReopenedTimes,
} from '../database/incidentRows';
import { optional, toNumber } from '../database/jsonColumn';
import type { EpisodeRow, IncidentRow } from '../database/rows';
import type {
  IncidentFacts,
  RepeatedField,
  StatisticsStore,
} from './StatisticsStore';

type RepeatedRow = Pick<EpisodeRow, 'entity_ref' | 'ref' | 'path'> &
  Record<'count' | 'adopted' | 'reverted', number | string>;

/** {@inheritDoc StatisticsStore} */
export class DatabaseStatisticsStore implements StatisticsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async incidentFacts(
    entityRefs: string[],
    since: number,
  ): Promise<IncidentFacts[]> {
    const facts: IncidentFacts[] = [];
    for (const refs of inChunks(entityRefs, 100)) {
      const rows = await this.#knex<IncidentRow>('drift_incidents')
        .whereIn('entity_ref', refs)
        .where(span =>
          span
            .whereNull('resolved_at')
            .orWhere('resolved_at', '>=', since)
            .orWhere('opened_at', '>=', since),
        )
        .select(
          'entity_ref',
          'cause_class',
          'opened_at',
          'begun_at',
          'begun_basis',
          'reopened_times',
          'first_acknowledged_at',
          'resolved_at',
          'resolution',
        );
      facts.push(...rows.map(toFacts));
    }
    return facts;
  }

  async repeatedFields(
    entityRefs: string[],
    since: number,
    limit: number,
  ): Promise<RepeatedField[]> {
    const fields: Omit<RepeatedField, 'lives'>[] = [];
    for (const refs of inChunks(entityRefs, 100)) {
      const rows = await this.#knex<EpisodeRow>('drift_episodes')
        .whereIn('entity_ref', refs)
        .where('opened_at', '>=', since)
        .groupBy('entity_ref', 'ref', 'path')
        .havingRaw('count(*) > 1')
        .orderByRaw('count(*) desc, entity_ref, ref, path')
        .limit(limit)
        .select<RepeatedRow[]>(
          'entity_ref',
          'ref',
          'path',
          this.#knex.raw('count(*) as count'),
          countOf(this.#knex, 'adopted in Git', 'adopted'),
          countOf(this.#knex, 'reverted', 'reverted'),
        );
      fields.push(
        ...rows.map(row => ({
          entityRef: row.entity_ref,
          ref: row.ref,
          path: row.path,
          count: Number(row.count),
          adopted: Number(row.adopted),
          reverted: Number(row.reverted),
        })),
      );
    }
    const first = fields.sort((a, b) => b.count - a.count).slice(0, limit);
    return Promise.all(
      first.map(async field => ({
        ...field,
        lives: await this.#livesOf(field, since),
      })),
    );
  }

  async #livesOf(
    { entityRef, ref, path }: Pick<RepeatedField, 'entityRef' | 'ref' | 'path'>,
    since: number,
  ): Promise<number[]> {
    const rows = await this.#knex<EpisodeRow>('drift_episodes')
      .where({ entity_ref: entityRef, ref, path })
      .where('opened_at', '>=', since)
      .whereNotNull('closed_at')
      .select('opened_at', 'closed_at');
    return rows.map(row => Number(row.closed_at) - Number(row.opened_at));
  }
}

function countOf(knex: Knex, resolution: string, name: string): Knex.Raw {
  return knex.raw('sum(case when resolution = ? then 1 else 0 end) as ??', [
    resolution,
    name,
  ]);
}

function toFacts(
  row: Pick<
    IncidentRow,
    | 'entity_ref'
    | 'cause_class'
    | 'opened_at'
    | 'begun_at'
    | 'begun_basis'
    | 'reopened_times'
    | 'first_acknowledged_at'
    | 'resolved_at'
    | 'resolution'
  >,
): IncidentFacts {
  return {
    entityRef: row.entity_ref,
    causeClass: toCauseClass(row),
    openedAt: Number(row.opened_at),
    begin: toBegin(row),
    reopenedAt: toReopenedTimes(row).at(-1),
    firstAcknowledgedAt: toNumber(row.first_acknowledged_at),
    resolvedAt: toNumber(row.resolved_at),
    resolution: optional(row.resolution),
  };
}
