import { JsonValue } from '../values/json';

/** JSON on one line, with every digit of large integers. */
export function jsonText(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `[${value.map(jsonText).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.keys(value).map(
      key => `${JSON.stringify(key)}:${jsonText(value[key])}`,
    );
    return `{${pairs.join(',')}}`;
  }
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
