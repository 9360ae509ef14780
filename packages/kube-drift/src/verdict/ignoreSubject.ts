import { ObjectIdentity } from '../identity/ref';
import { elementsOn, ListElement, Marker } from '../path/elements';
import { Path } from '../path/segment';
import { JsonValue } from '../values/json';

/**
 * All that ignore rules ask of one finding. It is plain data without a value
 * of the objects, so that it can be stored, and rules can be tried on it
 * later without the objects.
 *
 * @public
 */
export interface IgnoreSubject {
  object: ObjectIdentity;
  path: Path;
  /** Managers that own the field. */
  managers: readonly string[];
  /** The list elements on the way of the path. */
  elements: readonly ListElement[];
}

/** @param roots - the objects that the path points into */
export function ignoreSubject(
  object: ObjectIdentity,
  path: Path,
  managers: readonly string[],
  roots: readonly (JsonValue | undefined)[],
  mark: Marker,
): IgnoreSubject {
  return { object, path, managers, elements: elementsOn(path, roots, mark) };
}
