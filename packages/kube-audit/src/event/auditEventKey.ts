import { createHash } from 'node:crypto';
import type { NormalizedEvent } from './NormalizedEvent';
import { parseRequestUri } from './requestUri';

/**
 * The identity of a stored row: replays, retries, and the same event from
 * webhook and file give the same key. The audit ID alone would not do, since a
 * client chooses it.
 *
 * @returns 64 lower-case hex digits
 * @public
 */
export function auditEventKey(cluster: string, e: NormalizedEvent): string {
  return digest(
    cluster,
    e.time,
    e.auditID,
    e.stage,
    digest(
      e.verb,
      e.requestURI,
      e.user.username,
      e.user.uid ?? '',
      e.impersonatedUser?.username ?? '',
    ),
  );
}

/** Two transports of one refused stream follow each other within this time. */
const FALLBACK_WINDOW_MICROS = 10_000_000;

/**
 * The identity of a request: all its stages share it. A stream that was
 * refused over WebSocket and then, by kubectl itself, over SPDY is one request.
 *
 * @returns 64 lower-case hex digits
 * @public
 */
export function requestKey(cluster: string, e: NormalizedEvent): string {
  const received = e.receivedTimeMicros ?? e.timeMicros;
  if (e.outcome === 'denied' && isStream(e.object?.subresource)) {
    const { path, query } = parseRequestUri(e.requestURI);
    const window = Math.floor(received / FALLBACK_WINDOW_MICROS);
    return digest(
      cluster,
      'refused-stream',
      e.user.username,
      e.effectiveUser,
      path,
      query.toString(),
      String(window),
    );
  }
  return digest(
    cluster,
    e.auditID,
    String(received),
    e.user.username,
    e.effectiveUser,
    e.requestURI,
  );
}

/** Subresources that kubectl opens as a stream, over either transport. */
export function isStream(subresource: string | undefined): boolean {
  return (
    subresource === 'exec' ||
    subresource === 'attach' ||
    subresource === 'portforward'
  );
}

/** A digest in which no part can run into the next. */
export function digest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
