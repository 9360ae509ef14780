import type { Knex } from 'knex';
import type { IndexedObject, ObjectKey } from './IndexedObject';

/** An object as an owner reference names it, without its uid. */
export interface KindKey {
  cluster: string;
  apiGroup: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** Keeps what is known of objects, long after they are gone. Times are milliseconds since the epoch. */
export interface OwnerIndexStore {
  /** In no particular order; unknown ones are left out, and so are keys that no object can have. */
  get(keys: ObjectKey[]): Promise<IndexedObject[]>;
  getByUid(
    references: { cluster: string; uid: string }[],
  ): Promise<IndexedObject[]>;
  getByKind(keys: KindKey[]): Promise<IndexedObject[]>;
  /** Objects seen since a time that have at least one of the labels, whatever its value. */
  labelled(names: readonly string[], since: number): Promise<IndexedObject[]>;
  /**
   * Takes in objects that exist now. Writes only what is new, has changed, or was last seen hours ago.
   *
   * @param transaction - to take part in one
   * @returns how many rows were written
   */
  put(
    objects: IndexedObject[],
    time: number,
    transaction?: Knex.Transaction,
  ): Promise<number>;
  /** Forgets objects that were last known to exist before the time, in chunks. @returns how many */
  removeBefore(time: number): Promise<number>;
}
