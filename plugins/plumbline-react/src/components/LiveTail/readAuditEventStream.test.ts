import { auditEventRow } from '../../testUtils';
import { readAuditEventStream } from './readAuditEventStream';

function bodyOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(new TextEncoder().encode(chunk));
      }
      controller.close();
    },
  });
}

const message = (id: string) =>
  `event: audit-event\nid: ${id}\ndata: ${JSON.stringify(
    auditEventRow({ id }),
  )}\n\n`;

describe('readAuditEventStream', () => {
  it('hands over events newest first, with the id to resume by', async () => {
    const onEvents = jest.fn();
    await readAuditEventStream(bodyOf(message('1') + message('2')), {
      onEvents,
      onResync: jest.fn(),
    });
    expect(onEvents).toHaveBeenCalledTimes(1);
    const [events, lastId] = onEvents.mock.calls[0];
    expect(events.map((event: { id: string }) => event.id)).toEqual(['2', '1']);
    expect(lastId).toBe('2');
  });

  it('puts together what was cut, and ignores heartbeats', async () => {
    const onEvents = jest.fn();
    const text = message('1');
    await readAuditEventStream(
      bodyOf(': heartbeat\n\n', text.slice(0, 40), text.slice(40)),
      { onEvents, onResync: jest.fn() },
    );
    expect(onEvents).toHaveBeenCalledTimes(1);
  });

  it('says when the list must be read anew', async () => {
    const onResync = jest.fn();
    await readAuditEventStream(bodyOf('event: resync\ndata: {}\n\n'), {
      onEvents: jest.fn(),
      onResync,
    });
    expect(onResync).toHaveBeenCalledTimes(1);
  });

  it('fails on data that is no JSON', async () => {
    await expect(
      readAuditEventStream(bodyOf('event: audit-event\ndata: nope\n\n'), {
        onEvents: jest.fn(),
        onResync: jest.fn(),
      }),
    ).rejects.toThrow(SyntaxError);
  });
});
