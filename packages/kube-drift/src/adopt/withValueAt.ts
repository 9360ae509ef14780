import { hasKey } from '../path/resolve';
import { Path, Segment } from '../path/segment';
import { isList, isMap, JsonMap, JsonValue, own, setOwn } from '../values/json';
import { UnpatchableError } from './textEdit';

/**
 * A value with another one at a path, or without it when `value` is undefined. What the path leads through is made when
 * it is not there; the input is not changed.
 *
 * @throws UnpatchableError when the path leads through a scalar
 */
export function withValueAt(
  root: JsonValue | undefined,
  path: Path,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const [segment, ...rest] = path;
  if (!segment) {
    return value;
  }
  if ('field' in segment) {
    return withField(root, segment.field, rest, value);
  }
  const list = root ?? [];
  if (!isList(list)) {
    throw new UnpatchableError('the manifest has no list there');
  }
  const found = indexOf(list, segment);
  const index = found === -1 ? list.length : found;
  const item = withValueAt(list[index], rest, value);
  const items = [...list];
  items.splice(
    index,
    found === -1 ? 0 : 1,
    ...(item === undefined ? [] : [item]),
  );
  return items;
}

function withField(
  root: JsonValue | undefined,
  field: string,
  rest: Path,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const map = root ?? {};
  if (!isMap(map)) {
    throw new UnpatchableError('the manifest has no map there');
  }
  if (value === undefined && own(map, field) === undefined) {
    return root;
  }
  const inner = withValueAt(own(map, field), rest, value);
  const result: JsonMap = {};
  for (const key of Object.keys(map)) {
    if (key !== field) {
      setOwn(result, key, map[key]);
    } else if (inner !== undefined) {
      setOwn(result, key, inner);
    }
  }
  if (inner !== undefined && !Object.hasOwn(map, field)) {
    setOwn(result, field, inner);
  }
  return result;
}

function indexOf(list: readonly JsonValue[], segment: Segment): number {
  if ('index' in segment) {
    return segment.index < list.length ? segment.index : -1;
  }
  return list.findIndex(item => {
    if ('key' in segment) {
      return hasKey(item, segment);
    }
    return 'value' in segment && String(item) === String(segment.value);
  });
}
