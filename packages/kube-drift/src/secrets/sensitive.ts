import { Path } from '../path/segment';
import { isList, isMap, JsonMap, JsonValue, own } from '../values/json';

const SECRET_MAPS = new Set(['data', 'stringData', 'binaryData']);

/** Names of variables and keys that hold a secret, wherever they stand. */
const SECRET_NAME =
  /pass(?:word|wd|phrase)|(?:^|[^a-z])pwd(?:$|[^a-z])|secret|token|credential|api[-_.]?key|access[-_.]?key|private[-_.]?key|connection[-_.]?string|dsn$/i;

/** Fields of a struct that hold a secret itself, not the name of one. */
const SECRET_FIELD =
  /^(?:password|passwd|passphrase|token|bearerToken|apiKey|api_key|accessKey|secretKey|clientSecret|privateKey|secretAccessKey)$/i;

/** Whether the value at a path of an object must not be shown. */
export function isSensitivePath(kind: string, path: Path): boolean {
  const [first] = path;
  if (
    kind === 'Secret' &&
    first !== undefined &&
    'field' in first &&
    SECRET_MAPS.has(first.field)
  ) {
    return true;
  }
  return path.some((segment, at) => {
    if ('key' in segment) {
      const list = path[at - 1];
      const name = own(segment.key, 'name');
      return (
        at < path.length - 1 &&
        isNamed(list, 'env') &&
        typeof name === 'string' &&
        SECRET_NAME.test(name) &&
        isNamed(path[at + 1], 'value')
      );
    }
    return (
      'field' in segment &&
      (SECRET_FIELD.test(segment.field) ||
        (at > 0 && isDataMap(path[at - 1]) && SECRET_NAME.test(segment.field)))
    );
  });
}

function isNamed(segment: Path[number] | undefined, name: string): boolean {
  return segment !== undefined && 'field' in segment && segment.field === name;
}

function isDataMap(segment: Path[number]): boolean {
  return (
    'field' in segment &&
    (SECRET_MAPS.has(segment.field) ||
      segment.field === 'annotations' ||
      segment.field === 'env')
  );
}

/** What stands in place of a value that must not be shown. */
export type Masker = (value: JsonValue) => JsonValue;

/**
 * Replaces every sensitive value at or below a path. Values that hold none
 * come back as they are, not copied.
 */
export function maskBelow(
  kind: string,
  path: Path,
  value: JsonValue,
  mask: Masker,
): JsonValue {
  if (isSensitivePath(kind, path)) {
    return isMap(value) ? mapValues(value, mask) : mask(value);
  }
  if (isMap(value)) {
    const named = own(value, 'name');
    if (
      typeof named === 'string' &&
      SECRET_NAME.test(named) &&
      typeof own(value, 'value') === 'string'
    ) {
      return { ...value, value: mask(value.value) };
    }
    return mapEntries(value, (name, item) =>
      name === 'managedFields' || isLastApplied(name)
        ? undefined
        : maskBelow(kind, [...path, { field: name }], item, mask),
    );
  }
  if (isList(value)) {
    return value.map((item, index) =>
      maskBelow(kind, [...path, { index }], item, mask),
    );
  }
  return value;
}

function isLastApplied(name: string): boolean {
  return name === 'kubectl.kubernetes.io/last-applied-configuration';
}

function mapValues(map: JsonMap, change: Masker): JsonMap {
  return mapEntries(map, (_, value) => change(value));
}

function mapEntries(
  map: JsonMap,
  change: (name: string, value: JsonValue) => JsonValue | undefined,
): JsonMap {
  return Object.fromEntries(
    Object.keys(map).flatMap(name => {
      const changed = change(name, map[name]);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}
