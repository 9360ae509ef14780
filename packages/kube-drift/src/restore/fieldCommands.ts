import { DriftedObject } from './DriftedObject';
import { FieldCommandMaker } from './FieldCommand';
import { kubectl, resourceName } from './kubectl';
import { RestoreCommand } from './RestoreInput';
import { setEnv } from './setEnv';
import { setImage } from './setImage';
import { setMetadata } from './setMetadata';
import { setResources } from './setResources';
import { scale } from './scale';
import { patch } from './patch';
import { deletePod } from './deletePod';
import { fieldWarnings } from './fieldWarnings';
import { isImmutable } from './immutable';
import { needsItsPlace } from './listOrder';

/** The command made for a field first; a patch takes what is left. */
const MAKERS: readonly FieldCommandMaker[] = [
  deletePod,
  scale,
  setImage,
  setEnv,
  setResources,
  setMetadata,
  patch,
];

/** The narrowest commands for the fields of an object. What holds secrets, cannot be changed in place, or must
 * stand before others is left out. */
export function fieldCommands(
  object: DriftedObject,
  context: string | undefined,
): RestoreCommand[] {
  let left = object.fields.filter(
    field =>
      !field.isSecret &&
      !isImmutable(object, field) &&
      !needsItsPlace(object, field),
  );
  return MAKERS.flatMap(make => {
    const commands = make(object, left, resourceName(object));
    const taken = new Set(commands.flatMap(({ fields }) => fields));
    left = left.filter(field => !taken.has(field));
    return commands.map(
      ({ fields, words, does }): RestoreCommand => ({
        text: kubectl(object, context, ...words),
        tool: 'kubectl',
        does,
        warnings: fieldWarnings(object, fields),
        ends: fields.map(({ finding }) => finding),
      }),
    );
  });
}
