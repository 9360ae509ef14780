import { gunzipSync } from 'node:zlib';
import { arrayAt, isObject, stringAt } from '../event/json';
import type { EnvelopeAdapter, Part } from './Envelope';

/** Inflated size of one Firehose record that is still read. */
const MAX_INFLATED_BYTES = 32 * 1024 * 1024;

/** CloudWatch: a subscription's `logEvents` or the `events` of FilterLogEvents. */
export const cloudWatchEvents: EnvelopeAdapter = {
  name: 'EKS CloudWatch log events',
  unwrap: value => {
    if (value.messageType === 'CONTROL_MESSAGE') {
      return { skip: 'a CloudWatch control message carries no events' };
    }
    const events = Array.isArray(value.logEvents)
      ? value.logEvents
      : value.events;
    if (!Array.isArray(events) || !events.every(isLogEvent)) {
      return undefined;
    }
    return { parts: events.map(partOf) };
  },
};

/** One CloudWatch log event on its own. */
export const cloudWatchEvent: EnvelopeAdapter = {
  name: 'EKS CloudWatch log event',
  unwrap: value =>
    isLogEvent(value) && value.timestamp !== undefined
      ? { parts: [partOf(value)] }
      : undefined,
};

/** Firehose delivery: base64 of gzipped CloudWatch envelopes. */
export const firehose: EnvelopeAdapter = {
  name: 'EKS Firehose delivery',
  unwrap: value => {
    const records = arrayAt(value, 'records');
    if (
      typeof value.requestId !== 'string' ||
      !records.every(r => stringAt(r, 'data') !== undefined)
    ) {
      return undefined;
    }
    return {
      parts: records.map(r => ({ text: inflate(stringAt(r, 'data') ?? '') })),
    };
  },
};

function isLogEvent(
  value: unknown,
): value is { message: string; timestamp?: unknown } {
  return isObject(value) && typeof value.message === 'string';
}

function partOf(event: { message: string; timestamp?: unknown }): Part {
  const { message, timestamp } = event;
  return {
    text: message,
    time:
      typeof timestamp === 'number' && Math.abs(timestamp) < 8.64e15
        ? new Date(timestamp).toISOString()
        : undefined,
  };
}

/** What does not inflate is passed on as it is and reported as unreadable. */
function inflate(data: string): string {
  const bytes = Buffer.from(data, 'base64');
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzipped) {
    return bytes.toString('utf8');
  }
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_INFLATED_BYTES }).toString(
      'utf8',
    );
  } catch (error) {
    return `gzip: ${(error as Error).message}`;
  }
}
