import { AuditEventReader } from './AuditEventReader';
import {
  DEFAULT_LIMITS,
  type ReadOptions,
  type ReadResult,
} from './ReadResult';
import { splitText } from './splitText';

/**
 * Reads audit events from a text of any supported shape: EventList, single
 * Event (also pretty-printed), JSON array, NDJSON, and the envelopes of EKS,
 * GKE, AKS, OpenShift, OTLP and log collectors.
 *
 * Never throws. Each item that cannot be read becomes an error with its text,
 * so results and items are equal in number, in order.
 * @public
 */
export function readAuditEvents(
  text: string,
  options?: ReadOptions,
): ReadResult[] {
  const limits = { ...DEFAULT_LIMITS, ...options };
  const reader = new AuditEventReader(limits);
  for (const span of splitText(text)) {
    reader.readText(text.slice(span.start, span.end), 0);
  }
  return reader.results;
}
