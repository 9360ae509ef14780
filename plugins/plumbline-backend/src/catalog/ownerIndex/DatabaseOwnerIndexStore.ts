import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { inChunks } from '../../database/inChunks';
import {
  type IndexedObject,
  type ObjectKey,
  objectKeyText,
} from './IndexedObject';
import type { KindKey, OwnerIndexStore } from './OwnerIndexStore';
import {
  factsOf,
  fromRow,
  isStorable,
  type OwnerIndexRow,
  toRow,
} from './ownerIndexRow';

const TABLE = 'owner_index';
const PRIMARY_KEY = ['cluster', 'api_group', 'resource', 'namespace', 'name'];

/** SQLite binds at most 32,766 values and compounds at most 500 rows of an insert. */
const ROWS_PER_STATEMENT = 100;
const KEYS_PER_STATEMENT = 1_000;
const REMOVED_PER_STATEMENT = 1_000;

/** `seen_at` only decides when a row is forgotten, days later: rewriting it at each look would be all the work there is. */
const SEEN_PRECISION = 6 * 3_600_000;

/** Keeps one row per object name; a successor of the same name takes its predecessor's row. */
export class DatabaseOwnerIndexStore implements OwnerIndexStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(keys: ObjectKey[]): Promise<IndexedObject[]> {
    const rows = await this.#rows(this.#knex, keys);
    return rows.map(fromRow);
  }

  async getByUid(
    references: { cluster: string; uid: string }[],
  ): Promise<IndexedObject[]> {
    const asked = references.filter(({ uid }) => isStorable(uid, 64));
    return this.#select(
      ['cluster', 'uid'],
      asked.map(({ cluster, uid }) => [cluster, uid]),
    );
  }

  async getByKind(keys: KindKey[]): Promise<IndexedObject[]> {
    const asked = keys.filter(({ name }) => isStorable(name));
    return this.#select(
      ['cluster', 'api_group', 'kind', 'namespace', 'name'],
      asked.map(({ cluster, apiGroup, kind, namespace = '', name }) => [
        cluster,
        apiGroup,
        kind,
        namespace,
        name,
      ]),
    );
  }

  async labelled(
    names: readonly string[],
    since: number,
  ): Promise<IndexedObject[]> {
    const rows = await this.#knex<OwnerIndexRow>(TABLE)
      .where('seen_at', '>=', since)
      .where(anyOf =>
        // Labels are JSON text; what else it finds is sorted out below.
        names.forEach(name => anyOf.orWhere('facts', 'like', `%"${name}":%`)),
      )
      .orderBy(PRIMARY_KEY);
    return rows
      .map(fromRow)
      .filter(({ labels }) => names.some(name => Object.hasOwn(labels, name)));
  }

  async put(
    objects: IndexedObject[],
    time: number,
    transaction?: Knex.Transaction,
  ): Promise<number> {
    const connection = transaction ?? this.#knex;
    let written = 0;
    for (const chunk of inChunks(inOneOrder(objects), ROWS_PER_STATEMENT)) {
      const known = new Map(
        (await this.#rows(connection, chunk)).map(row => [
          objectKeyText(fromRow(row)),
          row,
        ]),
      );
      const rows = chunk
        .filter(object =>
          isNews(object, known.get(objectKeyText(object)), time),
        )
        .map(object => toRow(object, time));
      if (rows.length > 0) {
        await connection<OwnerIndexRow>(TABLE)
          .insert(rows)
          .onConflict(PRIMARY_KEY)
          .merge(['kind', 'uid', 'facts', 'seen_at']);
      }
      written += rows.length;
      await setImmediate();
    }
    return written;
  }

  async removeBefore(time: number): Promise<number> {
    let removed = 0;
    for (;;) {
      const oldest = this.#knex<OwnerIndexRow>(TABLE)
        .select(PRIMARY_KEY)
        .where('seen_at', '<', time)
        .orderBy('seen_at')
        .limit(REMOVED_PER_STATEMENT);
      const count = await this.#knex<OwnerIndexRow>(TABLE)
        .whereIn(PRIMARY_KEY, oldest)
        // It may have been seen again since.
        .andWhere('seen_at', '<', time)
        .delete();
      removed += count;
      if (count === 0) {
        return removed;
      }
      await setImmediate();
    }
  }

  async #rows(connection: Knex, keys: ObjectKey[]): Promise<OwnerIndexRow[]> {
    return selectByKeys(
      connection,
      PRIMARY_KEY,
      keys
        .filter(
          ({ namespace = '', name }) =>
            isStorable(namespace) && isStorable(name),
        )
        .map(({ cluster, apiGroup, resource, namespace = '', name }) => [
          cluster,
          apiGroup,
          resource,
          namespace,
          name,
        ]),
    );
  }

  async #select(
    columns: string[],
    values: string[][],
  ): Promise<IndexedObject[]> {
    const rows = await selectByKeys(this.#knex, columns, values);
    return rows.map(fromRow);
  }
}

/** Joins with a list of keys: PostgreSQL plans `(a, b) IN (…)` of a hundred pairs ten times longer than it runs. */
async function selectByKeys(
  connection: Knex,
  columns: string[],
  values: string[][],
): Promise<OwnerIndexRow[]> {
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const found: OwnerIndexRow[] = [];
  const distinct = new Map(values.map(value => [value.join('\n'), value]));
  for (const chunk of inChunks([...distinct.values()], KEYS_PER_STATEMENT)) {
    const rows = await connection
      .with(
        'asked',
        columns,
        connection.raw(
          `values ${chunk.map(() => tuple).join(', ')}`,
          chunk.flat(),
        ),
      )
      .from<OwnerIndexRow>(TABLE)
      .join('asked', join =>
        columns.forEach(column =>
          join.on(`asked.${column}`, `${TABLE}.${column}`),
        ),
      )
      .select<OwnerIndexRow[]>(`${TABLE}.*`);
    found.push(...rows);
  }
  return found;
}

/** Each object once, the last one wins, in an order that all writers share: else two of them could lock each other out. */
function inOneOrder(objects: IndexedObject[]): IndexedObject[] {
  const byKey = new Map(
    objects
      .filter(
        ({ namespace = '', name, kind, resource, apiGroup, uid }) =>
          [namespace, name, kind, resource, apiGroup].every(text =>
            isStorable(text),
          ) && isStorable(uid, 64),
      )
      .map(object => [objectKeyText(object), object]),
  );
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, object]) => object);
}

function isNews(
  object: IndexedObject,
  row: OwnerIndexRow | undefined,
  time: number,
): boolean {
  return (
    row === undefined ||
    row.uid !== object.uid ||
    row.kind !== object.kind ||
    row.facts !== factsOf(object) ||
    time - Number(row.seen_at) > SEEN_PRECISION
  );
}
