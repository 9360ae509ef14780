import { asStored } from '../compare/stored';
import { JsonValue } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { locatePath } from './locate';
import { resolvePath } from './resolve';

/**
 * What an object holds at the path of a finding. The value is as it stands, not masked: for comparing, not for showing.
 *
 * @returns `undefined` when there is nothing, or when the text is no path
 * @public
 */
export function valueAt(
  object: KubeObject,
  path: string,
): JsonValue | undefined {
  const stored = asStored(object);
  const located = locatePath(path, [stored]);
  return located && resolvePath(stored, located);
}
