import { aksRecord } from './aks';
import { collector } from './collector';
import { cloudWatchEvent, cloudWatchEvents, firehose } from './eks';
import type { EnvelopeAdapter } from './Envelope';
import { gkeLogEntry, pubSubPush } from './gke';
import { admissionReview, singleEvent } from './native';
import { viaq } from './openshift';
import { otlpLogs } from './otlp';

/**
 * Every shape of one item; the first that recognises a value takes it. Lists
 * (an array, `items` of an EventList, `records` of Event Hubs) are taken apart
 * before, as text.
 */
export const ENVELOPES: readonly EnvelopeAdapter[] = [
  viaq,
  singleEvent,
  gkeLogEntry,
  aksRecord,
  firehose,
  cloudWatchEvents,
  otlpLogs,
  pubSubPush,
  admissionReview,
  cloudWatchEvent,
  collector,
];
