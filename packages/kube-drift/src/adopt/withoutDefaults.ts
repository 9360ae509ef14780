import { isDefault } from '../schema/defaults';
import { SchemaNode } from '../schema/schemaNode';
import { isList, isMap, JsonMap, JsonValue, own, setOwn } from '../values/json';

/**
 * A live value without what the API server filled in unasked, so that a manifest gets what somebody wrote and no more.
 *
 * @param declared - what the manifest says at the same place: that stays, default or not
 */
export function withoutDefaults(
  live: JsonValue,
  schema: SchemaNode | undefined,
  declared?: JsonValue,
): JsonValue {
  if (isList(live)) {
    return live.map((item, index) =>
      withoutDefaults(
        item,
        schema?.items,
        isList(declared) ? declared[index] : undefined,
      ),
    );
  }
  if (!isMap(live)) {
    return live;
  }
  const kept: JsonMap = {};
  for (const name of Object.keys(live)) {
    const below = schema?.field(name);
    const wanted = own(declared, name);
    const isFilledIn = isDefault(live[name], {
      schema: below,
      name,
      parentType: schema?.typeName,
      parent: live,
    });
    if (wanted !== undefined || !isFilledIn) {
      setOwn(kept, name, withoutDefaults(live[name], below, wanted));
    }
  }
  return kept;
}
