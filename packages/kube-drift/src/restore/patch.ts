import { JsonMap, JsonValue, setOwn } from '../values/json';
import type { DriftedField } from './DriftedObject';
import { type FieldCommandMaker, fieldsOf } from './fieldCommands';
import { jsonPatch } from './jsonPatch';
import { jsonText } from './jsonText';
import { fieldNames } from './podTemplate';

/** `kubectl patch`: a merge patch where only maps lie on the way, else a JSON patch that tests what it relies on. */
export const patch: FieldCommandMaker = (object, fields, resource) => {
  const merged = fields.filter(isMergeable);
  const others = fields.filter(field => !isMergeable(field));
  const operations = object.live ? jsonPatch(object.live, others) : undefined;
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
      ? [command(merged, 'merge', mergePatch(merged))]
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

function mergePatch(fields: readonly DriftedField[]): JsonMap {
  const root: JsonMap = {};
  for (const { path, desired } of fields) {
    const names = fieldNames(path) ?? [];
    let map = root;
    for (const name of names.slice(0, -1)) {
      const below = Object.hasOwn(map, name) ? map[name] : {};
      setOwn(map, name, below);
      map = below as JsonMap;
    }
    setOwn(map, names.at(-1) ?? '', desired ?? null);
  }
  return root;
}
