import { FieldOwner } from '../Comparison';
import { locatePath } from '../path/locate';
import { JsonMap } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { ownersOf, readManagedFields } from './managedFields';

/**
 * The field manager that owns a path of a live object: the last writer among several. It names a tool, never a person.
 *
 * @param path - text form, see {@link formatPath}
 * @returns `undefined` when nobody owns it, or when the text is no path of the object
 * @public
 */
export function fieldOwnerAt(
  live: KubeObject,
  path: string,
): FieldOwner | undefined {
  const located = locatePath(path, [live as JsonMap]);
  const [owner] = located
    ? ownersOf(readManagedFields(live as JsonMap), located)
    : [];
  return (
    owner && {
      manager: owner.manager,
      operation: owner.operation,
      ...(owner.subresource && { subresource: owner.subresource }),
      ...(owner.time && { time: owner.time }),
    }
  );
}
