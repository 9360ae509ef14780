import type { NormalizedObject } from '../../event/NormalizedEvent';
import type { Deed } from '../Deed';
import type { Leaf } from './leaves';

/** The object that was changed, and how a sentence calls it. */
export interface Changed {
  name: string;
  object: NormalizedObject;
}

/** One kind of change that people have a word for. */
export interface Facet {
  /** For an enumeration: `changed the image and replicas of …`. */
  noun: string;
  holds(path: readonly string[], object: NormalizedObject): boolean;
  /** The sentence when nothing else was changed. */
  deed(leaves: [Leaf, ...Leaf[]], changed: Changed): Deed;
}
