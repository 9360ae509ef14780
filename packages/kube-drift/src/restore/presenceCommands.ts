import { deletionWarning } from './dataLoss';
import type { DriftedObject } from './DriftedObject';
import { kubectl, resourceName, shortName } from './kubectl';
import type { RestoreCommand } from './RestoreInput';

/** Deletes an object that Git does not declare. A missing one comes back with its file. */
export function presenceCommands(
  object: DriftedObject,
  context: string | undefined,
): RestoreCommand[] {
  return object.presence?.type === 'object-unexpected'
    ? [
        {
          text: kubectl(object, context, 'delete', resourceName(object)),
          tool: 'kubectl',
          does: `Deletes ${shortName(object)}, which Git does not declare`,
          warnings: [deletionWarning(object)],
          ends: [object.presence],
        },
      ]
    : [];
}
