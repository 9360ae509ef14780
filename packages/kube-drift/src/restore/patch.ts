import { Path } from '../path/segment';
import { JsonMap, JsonValue, setOwn } from '../values/json';
import type { DriftedField, DriftedObject } from './DriftedObject';
import type { FieldCommandMaker } from './FieldCommand';
import { shortName } from './kubectl';
import { jsonPatch } from './jsonPatch';
import { jsonText } from './jsonText';
import { fieldNames } from './podTemplate';
import { rivalsOf } from './rivals';

/** `kubectl patch`: a merge patch where only maps lie on the way, else a JSON patch that tests what it relies on. */
export const patch: FieldCommandMaker = (object, fields, resource) => {
  const merged = fields.filter(isMergeable);
  const others = fields.filter(field => !isMergeable(field));
  const operations = object.live ? jsonPatch(object, others) : undefined;
  const command = (
    own: DriftedField[],
    type: 'merge' | 'json',
    body: JsonValue,
  ) => ({
    fields: own,
    words: ['patch', resource, `--type=${type}`, '-p', jsonText(body)],
    does: `Sets ${fieldsOf(object, own)} back to what Git says`,
  });
  return [
    ...(merged.length > 0
      ? [command(merged, 'merge', mergePatch(object, merged))]
      : []),
    ...(others.length > 0 && operations
      ? [command(others, 'json', operations)]
      : []),
  ];
};

/** A merge patch merges maps; a map in the place of something else would keep what is there. */
function isMergeable({ path, desired, live }: DriftedField): boolean {
  return (
    fieldNames(path) !== undefined &&
    (typeof desired !== 'object' ||
      Array.isArray(desired) ||
      live === undefined)
  );
}

/** What rules a field out goes with it. */
function mergePatch(
  object: DriftedObject,
  fields: readonly DriftedField[],
): JsonMap {
  const root: JsonMap = {};
  for (const field of fields) {
    rivalsOf(object, field).paths.forEach(path => merge(root, path, null));
    merge(root, field.path, field.desired ?? null);
  }
  return root;
}

function merge(root: JsonMap, path: Path, value: JsonValue): void {
  const names = fieldNames(path) ?? [];
  let map = root;
  for (const name of names.slice(0, -1)) {
    const below = Object.hasOwn(map, name) ? map[name] : {};
    setOwn(map, name, below);
    map = below as JsonMap;
  }
  setOwn(map, names.at(-1) ?? '', value);
}

/** `spec.replicas of Deployment/web`, or how many fields. */
function fieldsOf(
  object: DriftedObject,
  fields: readonly DriftedField[],
): string {
  const what =
    fields.length === 1 ? fields[0].finding.path : `${fields.length} fields`;
  return `${what} of ${shortName(object)}`;
}
