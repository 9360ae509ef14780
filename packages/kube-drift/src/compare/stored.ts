import { isMap, JsonMap, JsonValue, own, setOwn } from '../values/json';

/**
 * The object as the API server stores it: a Secret's `stringData` ends up in
 * `data`. Everything else is left alone, and nothing is copied.
 */
export function asStored(object: JsonMap): JsonMap {
  const plain = own(object, 'stringData');
  if (object.kind !== 'Secret' || !isMap(plain)) {
    return object;
  }
  const declared = own(object, 'data');
  const data: JsonMap = isMap(declared) ? { ...declared } : {};
  for (const name of Object.keys(plain)) {
    setOwn(data, name, toBase64(plain[name]));
  }
  const { stringData, ...rest } = object;
  return { ...rest, data };
}

function toBase64(value: JsonValue): JsonValue {
  return typeof value === 'string'
    ? Buffer.from(value, 'utf8').toString('base64')
    : value;
}
