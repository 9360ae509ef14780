import { arrayAt, isObject, stringAt, valueAt } from '../event/json';
import type { EnvelopeAdapter, Part } from './Envelope';

/** OTLP logs: the event is the body, as a JSON text or as nested values. */
export const otlpLogs: EnvelopeAdapter = {
  name: 'OTLP logs',
  unwrap: value => {
    if (!Array.isArray(value.resourceLogs)) {
      return undefined;
    }
    const parts = value.resourceLogs.flatMap(resource =>
      arrayAt(resource, 'scopeLogs').flatMap(scope =>
        arrayAt(scope, 'logRecords').map(partOf),
      ),
    );
    return { parts };
  },
};

function partOf(record: unknown): Part {
  const body = valueAt(record, 'body');
  const nanos = stringAt(record, 'timeUnixNano');
  return {
    text: stringAt(body, 'stringValue') ?? JSON.stringify(plain(body)) ?? '',
    time:
      nanos && /^\d{7,19}$/.test(nanos)
        ? new Date(Number(nanos.slice(0, -6))).toISOString()
        : undefined,
  };
}

/** An OTLP AnyValue as plain JSON. */
function plain(any: unknown): unknown {
  if (!isObject(any)) {
    return undefined;
  }
  if (isObject(any.kvlistValue)) {
    return Object.fromEntries(
      arrayAt(any.kvlistValue, 'values').map(pair => [
        stringAt(pair, 'key') ?? '',
        plain(valueAt(pair, 'value')),
      ]),
    );
  }
  if (isObject(any.arrayValue)) {
    return arrayAt(any.arrayValue, 'values').map(plain);
  }
  if (typeof any.intValue === 'string') {
    return Number(any.intValue);
  }
  return any.stringValue ?? any.intValue ?? any.doubleValue ?? any.boolValue;
}
