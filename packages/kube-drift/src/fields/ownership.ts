import { Path } from '../path/segment';
import { findChild } from './childIndex';
import { FieldSet } from './fieldSet';

/** How a set relates to a path. */
export type Ownership = 'exact' | 'below' | 'above' | 'none';

/**
 * - `exact`: the field itself is in the set;
 * - `below`: only fields under it are;
 * - `above`: an ancestor is, and nothing under that ancestor (so it is owned
 *   as a whole, as atomic lists and maps are).
 */
export function ownershipOf(set: FieldSet, path: Path): Ownership {
  let current = set;
  for (let at = 0; at < path.length; at++) {
    const child = findChild(current, path[at]);
    if (!child) {
      return at > 0 && current.member && current.children.length === 0
        ? 'above'
        : 'none';
    }
    current = child.set;
  }
  return current.member ? 'exact' : 'below';
}
