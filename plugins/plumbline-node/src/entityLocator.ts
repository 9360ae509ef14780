/**
 * An object that Plumbline's own steps lead to no entity.
 *
 * @public
 */
export interface LocatableObject {
  cluster: string;
  /** Empty for the core group. */
  apiGroup: string;
  /** Plural. */
  resource: string;
  namespace?: string;
  /** Absent for requests that are about a whole collection. */
  name?: string;
  /** As far as they are known. */
  labels: Record<string, string>;
}

/**
 * The entities an object belongs to. With more than one nobody is guessed: all are shown as candidates.
 *
 * @public
 */
export interface LocatedEntities {
  entityRefs: string[];
  /** Part of a sentence that says why, shown beside the object. */
  reason: string;
}

/**
 * Knows whose objects are by rules of its own, e.g. a naming scheme or an inventory.
 *
 * @public
 */
export interface EntityLocator {
  /** Named in logs when it fails. */
  readonly name: string;
  /**
   * Asked on the way of every audit event into the store, so it must answer within milliseconds: from memory.
   *
   * @returns one answer per object, in order; undefined where it does not know. When it throws, nobody is located.
   */
  locate(objects: LocatableObject[]): Promise<(LocatedEntities | undefined)[]>;
}
