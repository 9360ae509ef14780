import { createHash } from 'node:crypto';
import {
  InvalidAuditEventError,
  normalizeEvent,
  readAuditEvents,
  sanitizeText,
  type NormalizedEvent,
} from '@plumbline/kube-audit';
import type { QuarantinedItem } from '../AuditStore';
import { maskText } from '../sensitive/maskText';
import { quarantineExcerpt } from '../sensitive/quarantineExcerpt';
import { withoutSecrets } from '../sensitive/withoutSecrets';

/** An event that was read, without secrets. */
export interface ReadEvent {
  event: NormalizedEvent;
  /** The text it was read from, unless that holds a secret: then what is left of the event. */
  raw: string;
}

/** What a body held; both together are all of its items. */
export interface ReadItems {
  events: ReadEvent[];
  quarantined: QuarantinedItem[];
}

/** Items of one body beyond which nothing is an audit log. */
const MAX_ITEMS = 200_000;

/** Turns a body into events and what is none. Never throws. */
export function* readItems(
  cluster: string,
  body: string,
  maxEventBytes: number,
): Generator<{ event: ReadEvent } | { quarantined: QuarantinedItem }> {
  const results = readAuditEvents(body, {
    maxItemLength: maxEventBytes,
    maxItems: MAX_ITEMS,
  });
  for (const result of results) {
    if ('error' in result) {
      yield { quarantined: quarantine(cluster, result.raw, result.error) };
      continue;
    }
    try {
      const { event, flags } = withoutSecrets(result.event);
      const normalized = normalizeEvent(event);
      yield {
        event: {
          event: { ...normalized, flags: [...normalized.flags, ...flags] },
          raw: sanitizeText(rawOf(result.raw, result.event, event)),
        },
      };
    } catch (error) {
      const reason =
        error instanceof InvalidAuditEventError
          ? error.message
          : `cannot be read: ${String(error)}`;
      yield { quarantined: quarantine(cluster, result.raw, reason) };
    }
  }
}

/** Keeps what could not be read, fit to be shown. */
export function quarantine(
  cluster: string,
  raw: string,
  reason: string,
): QuarantinedItem {
  return {
    cluster,
    reason: sanitizeText(maskText(reason)).slice(0, 500),
    excerpt: quarantineExcerpt(raw),
    digest: createHash('sha256').update(raw).digest('hex'),
    bytes: Buffer.byteLength(raw),
  };
}

/**
 * The source text as it came keeps what parsing loses: duplicate keys, long numbers. It is given up when it is not
 * whole JSON, or when it (or an envelope around the event) holds a secret.
 */
function rawOf(text: string, read: object, kept: object): string {
  const isWhole = text.startsWith('{') && text.endsWith('}');
  return isWhole && read === kept && maskText(text) === text
    ? text
    : JSON.stringify(kept);
}
