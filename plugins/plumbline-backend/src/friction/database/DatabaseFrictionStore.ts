import type { Knex } from 'knex';
import type {
  FrictionDay,
  FrictionEventFilter,
  FrictionEventRecord,
  FrictionPoint,
  FrictionStore,
  TimeSpan,
} from '../FrictionStore';
import { toRecord, type FrictionEventRow } from './FrictionEventRow';
import { filterFriction, listFriction } from './listFriction';
import { attributeFriction } from './attributeFriction';
import { recordFriction } from './recordFriction';
import { removeFriction } from './removeFriction';
import { ensureHalfLife } from './weights';

/** Friction events in the plugin's own database; one file per operation beside this one. */
export class DatabaseFrictionStore implements FrictionStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @param options - with another half-life than the last time, the weights of all days are summed anew */
  static async create(
    knex: Knex,
    options: { halfLifeDays: number },
  ): Promise<DatabaseFrictionStore> {
    await ensureHalfLife(knex, options.halfLifeDays);
    return new DatabaseFrictionStore(knex);
  }

  async record(
    transaction: Knex.Transaction,
    events: FrictionEventRecord[],
  ): Promise<number> {
    return recordFriction(transaction, events);
  }

  async attributeLate(
    transaction: Knex.Transaction,
    eventIds: string[],
    entityRef: string,
  ): Promise<void> {
    await attributeFriction(transaction, eventIds, entityRef);
  }

  async days(
    entityRefs: string[] | undefined,
    span: TimeSpan,
  ): Promise<FrictionDay[]> {
    const query = this.#knex('friction_days')
      .where('day', '>=', span.from)
      .where('day', '<', span.to);
    if (entityRefs) {
      query.whereIn('entity_ref', entityRefs);
    }
    const rows = await query;
    return rows.map(row => ({
      entityRef: row.entity_ref,
      ruleId: row.rule_id,
      day: Number(row.day),
      points: Number(row.points),
      weight: Number(row.weight),
      count: Number(row.events),
    }));
  }

  async points(
    entityRefs: string[] | undefined,
    spans: TimeSpan[],
  ): Promise<FrictionPoint[]> {
    const query = this.#knex('friction_events')
      .whereNotNull('entity_ref')
      .where(any => {
        any.whereRaw('1 = 0');
        for (const { from, to } of spans) {
          any.orWhere(within =>
            within.where('time', '>=', from).where('time', '<', to),
          );
        }
      })
      .orderBy('time', 'desc')
      .select<FrictionEventRow[]>('entity_ref', 'rule_id', 'points', 'time');
    if (entityRefs) {
      query.whereIn('entity_ref', entityRefs);
    }
    return (await query).map(row => ({
      entityRef: row.entity_ref ?? '',
      ruleId: row.rule_id,
      points: Number(row.points),
      time: Number(row.time),
    }));
  }

  async list(
    filter: FrictionEventFilter,
    page: { cursor?: string; limit: number },
  ): Promise<{
    items: FrictionEventRecord[];
    total: number;
    nextCursor?: string;
  }> {
    return listFriction(this.#knex, filter, page);
  }

  async times(
    filter: FrictionEventFilter,
  ): Promise<{ id: string; time: number }[]> {
    const rows = await filterFriction(this.#knex('friction_events'), filter)
      .orderBy([
        { column: 'time', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .select<FrictionEventRow[]>('id', 'time');
    return rows.map(row => ({ id: row.id, time: Number(row.time) }));
  }

  async getMany(ids: string[]): Promise<FrictionEventRecord[]> {
    const rows: FrictionEventRow[] = await this.#knex(
      'friction_events',
    ).whereIn('id', ids);
    const byId = new Map(rows.map(row => [row.id, toRecord(row)]));
    return ids.flatMap(id => byId.get(id) ?? []);
  }

  async countUnattributed(clusters: string[], span: TimeSpan): Promise<number> {
    const [{ count }] = await this.#knex('friction_events')
      .whereNull('entity_ref')
      .whereIn('cluster', clusters)
      .where('time', '>=', span.from)
      .where('time', '<', span.to)
      .count({ count: '*' });
    return Number(count);
  }

  async removeBefore(time: number): Promise<number> {
    return removeFriction(this.#knex, time);
  }
}
