import { isObject, stringAt } from '../event/json';
import type { EnvelopeAdapter } from './Envelope';

/** One diagnostic record; the event is a JSON text in `properties.log`. */
export const aksRecord: EnvelopeAdapter = {
  name: 'AKS diagnostic record',
  unwrap: value => {
    if (typeof value.category !== 'string' || !isObject(value.properties)) {
      return undefined;
    }
    if (!/^kube-audit(-admin)?$/.test(value.category)) {
      return { skip: `category ${value.category} carries no audit events` };
    }
    const { log } = value.properties;
    const text = isObject(log) ? JSON.stringify(log) : log;
    return typeof text === 'string'
      ? { parts: [{ text, time: stringAt(value, 'time') }] }
      : { skip: 'properties.log holds no event' };
  },
};
