import type { AuditEventRow } from '@plumbline/backstage-plugin-plumbline-common';
import { createParser } from 'eventsource-parser';

/** What a stream of server-sent events tells. @internal */
export interface AuditEventStreamHandlers {
  onEvents: (events: AuditEventRow[], lastId: string | undefined) => void;
  /** The server cannot continue where the client was: the list must be read anew. */
  onResync: () => void;
}

/**
 * Reads a body of `text/event-stream` to its end. Events that arrive in one chunk are handed over together.
 *
 * @throws what the stream throws when it breaks off, and SyntaxError for data that is not JSON.
 * @internal
 */
export async function readAuditEventStream(
  body: ReadableStream<Uint8Array>,
  handlers: AuditEventStreamHandlers,
): Promise<void> {
  let batch: AuditEventRow[] = [];
  let lastId: string | undefined;
  const parser = createParser({
    onEvent: message => {
      if (message.event === 'resync') {
        handlers.onResync();
      } else if (message.event === 'audit-event') {
        lastId = message.id ?? lastId;
        // Later messages are newer; lists are newest first.
        batch.unshift(JSON.parse(message.data));
      }
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    parser.feed(decoder.decode(value, { stream: true }));
    if (batch.length > 0) {
      handlers.onEvents(batch, lastId);
      batch = [];
    }
  }
}
