import { isObject } from '../event/json';
import type { EnvelopeAdapter } from './Envelope';

const FIELDS = [
  'log',
  'message',
  'body',
  'msg',
  'textPayload',
  'jsonPayload',
  'MESSAGE',
];

/** Vector, Fluent Bit, OpenTelemetry: the line as a string or object field. */
export const collector: EnvelopeAdapter = {
  name: 'collector record',
  unwrap: value => {
    for (const field of FIELDS) {
      const held = Object.hasOwn(value, field) ? value[field] : undefined;
      if (typeof held === 'string' && /^\s*[[{]/.test(held)) {
        const time = value.timestamp ?? value.time ?? value['@timestamp'];
        return {
          parts: [
            { text: held, time: typeof time === 'string' ? time : undefined },
          ],
        };
      }
      if (isObject(held)) {
        return { parts: [{ text: JSON.stringify(held) }] };
      }
    }
    return undefined;
  },
};
