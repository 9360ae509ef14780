import { Segment } from '../path/segment';
import { JsonValue } from '../values/json';

/**
 * What kind of difference a finding is.
 *
 * @public
 */
export type FindingType =
  | 'changed'
  | 'missing'
  | 'stale'
  | 'additive'
  | 'object-missing'
  | 'object-unexpected';

/**
 * Which side moved: `live-changed` the cluster, `git-ahead` Git, `both`;
 * `unknown` without a base to tell by.
 *
 * @public
 */
export type Direction = 'live-changed' | 'git-ahead' | 'both' | 'unknown';

/** One difference as the walk finds it, before any rule has judged it. */
export interface Difference {
  path: Segment[];
  type: FindingType;
  desired?: JsonValue;
  live?: JsonValue;
  /** Set when the same elements stand in another order that means nothing. */
  orderOnly?: boolean;
  /** Why the same elements in another order are a difference after all. */
  orderMatters?: string;
  /** What else to know of it, when it turns out to be drift. */
  note?: string;
  /** Set when no field manager owns it: it came in at admission. */
  unowned?: boolean;
}

/** A field that is live and that desired does not mention. */
export interface Undeclared {
  path: Segment[];
  live: JsonValue;
}
