import type {
  PlumblineClient,
  QueryOf,
} from '@plumbline/backstage-plugin-plumbline-common';
import { readData } from './readData';

/**
 * Opens the live tail.
 *
 * @returns the body, a `text/event-stream` that the server ends or the signal aborts
 * @throws ResponseError when the backend refuses
 * @internal
 */
export function openAuditEventStream(
  client: PlumblineClient,
  options: {
    query: QueryOf<'streamAuditEvents'>;
    /** Id of the last event that arrived, to go on behind it. */
    lastEventId: string | undefined;
    signal: AbortSignal;
  },
): Promise<ReadableStream<Uint8Array>> {
  const { query, lastEventId, signal } = options;
  return readData(
    client.request('get', '/v1/audit-events/stream', {
      params: { query },
      headers: lastEventId ? { 'Last-Event-ID': lastEventId } : undefined,
      parseAs: 'stream',
      signal,
    }),
  );
}
