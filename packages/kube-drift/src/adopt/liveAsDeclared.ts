import { asStored } from '../compare/stored';
import { diffManifests } from '../diffManifests';
import { DiffOptions } from '../DiffOptions';
import { RESOURCE_PATH } from '../path/format';
import { locatePath } from '../path/locate';
import { resolvePath } from '../path/resolve';
import { Path } from '../path/segment';
import { nodeAt } from '../schema/nodeAt';
import { SchemaRegistry } from '../schema/registry';
import { SchemaNode } from '../schema/schemaNode';
import { JsonMap, JsonValue } from '../values/json';
import { KubeObject } from '../yaml/readManifests';
import { UnpatchableError } from './textEdit';
import { withoutDefaults } from './withoutDefaults';
import { withValueAt } from './withValueAt';

/**
 * The live object as its manifest would say it: what differs is as it is live, whatever the verdict; all else is written
 * as Git writes it. What the API server and controllers filled in, and `1000m` for `1`, is no difference then. Pure.
 *
 * @param options - as for {@link diffManifests}
 * @returns the live object itself where it is not of the manifest's shape
 * @throws InvalidIgnoreRuleError for an ignore rule that cannot be understood
 * @public
 */
export function liveAsDeclared(
  desired: KubeObject,
  live: KubeObject,
  options: DiffOptions = {},
): KubeObject {
  const registry = new SchemaRegistry(options, [desired, live]);
  const type = registry.kind(desired.apiVersion, desired.kind);
  const sides = { desired: asStored(desired), live: asStored(live) };
  const paths = diffManifests(
    [inNamespaceOf(live, desired)],
    [live],
    options,
  ).objects.flatMap(({ findings }) => findings.map(({ path }) => path));
  if (paths.includes(RESOURCE_PATH)) {
    return live;
  }
  try {
    const shown = paths.reduce<JsonValue>((object, text) => {
      const path = locatePath(text, [sides.desired, sides.live]);
      return path ? withLive(object, path, sides, type) : object;
    }, sides.desired);
    return shown as KubeObject;
  } catch (error) {
    if (error instanceof UnpatchableError) {
      return live;
    }
    throw error;
  }
}

function withLive(
  object: JsonValue,
  path: Path,
  sides: { desired: JsonMap; live: JsonMap },
  type: SchemaNode,
): JsonValue {
  const live = resolvePath(sides.live, path);
  const declared = resolvePath(sides.desired, path);
  const value =
    live === undefined
      ? undefined
      : withoutDefaults(live, nodeAt(type, path), declared);
  return withValueAt(object, path, value) ?? object;
}

/** A manifest may leave it out. */
function inNamespaceOf(live: KubeObject, desired: KubeObject): KubeObject {
  const { namespace } = live.metadata;
  return namespace === undefined
    ? desired
    : { ...desired, metadata: { ...desired.metadata, namespace } };
}
