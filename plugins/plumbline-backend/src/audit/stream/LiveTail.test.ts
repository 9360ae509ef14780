import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { migrate } from '../../database';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { DatabaseAuditStore } from '../database/DatabaseAuditStore';
import { createAuditRoutes } from '../http/auditRoutes';
import {
  acceptSamples,
  sampleAuditEvent,
  sampleRead,
} from '../__testUtils__/sampleAuditEvents';
import { createReader, createReaderApp } from '../__testUtils__/startReaderApp';
import { LiveTail, type LiveTailLimits } from './LiveTail';

const databases = createTestDatabases();

interface Frame {
  event?: string;
  id?: string;
  data?: string;
}

/** Reads server-sent events. */
class Client {
  readonly frames: Frame[] = [];
  text = '';
  readonly ended: Promise<unknown>;

  constructor(readonly response: http.IncomingMessage) {
    let buffer = '';
    response.on('data', chunk => {
      this.text += chunk;
      const parts = (buffer + chunk).split('\n\n');
      buffer = parts.pop() ?? '';
      this.frames.push(...parts.map(parseFrame));
    });
    this.ended = once(response, 'close');
  }

  get events() {
    return this.frames.filter(({ event }) => event === 'audit-event');
  }

  async until(condition: () => boolean): Promise<void> {
    const limit = Date.now() + 5_000;
    while (!condition()) {
      if (Date.now() > limit) {
        throw new Error(`Not within 5 s; came: ${this.text}`);
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }
}

function parseFrame(text: string): Frame {
  return Object.fromEntries(
    text
      .split('\n')
      .filter(line => !line.startsWith(':'))
      .map(line => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 2),
      ]),
  );
}

describe('LiveTail', () => {
  let server: http.Server;
  let tail: LiveTail;
  let store: DatabaseAuditStore;
  let allowed = true;

  async function start(
    limits: Partial<LiveTailLimits> = {},
    reveals: boolean = true,
  ) {
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    store = new DatabaseAuditStore(knex);
    allowed = true;
    const reader = createReader({ reveals, allowed: () => allowed });
    const pointsOf = () => undefined;
    tail = new LiveTail({
      store,
      readerViews: reader.readerViews,
      pointsOf,
      logger: mockServices.logger.mock(),
      limits: { pollMs: 20, ...limits },
    });
    const routes = createAuditRoutes({ store, tail, ...reader, pointsOf });
    server = createReaderApp(routes).listen(0, '127.0.0.1');
    await once(server, 'listening');
  }

  afterEach(async () => {
    tail.close();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  async function connect(
    headers: Record<string, string> = {},
    query = '',
  ): Promise<Client> {
    const { port } = server.address() as AddressInfo;
    const outgoing = http.get({
      host: '127.0.0.1',
      port,
      path: `/api/plumbline/v1/audit-events/stream${query}`,
      headers: {
        authorization: mockCredentials.user.header(),
        ...headers,
      },
    });
    const [response] = await once(outgoing, 'response');
    return new Client(response);
  }

  const record = async (count: number, make = sampleAuditEvent) =>
    store.record(
      'prod',
      await acceptSamples(
        'prod',
        Array.from({ length: count }, () => make()),
      ),
      [],
      [],
    );

  it('sends what is stored from now on, in order, uncompressed', async () => {
    await start();
    await record(2);
    const client = await connect();
    expect(client.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
    });
    await record(3);
    await client.until(() => client.events.length === 3);
    expect(client.events.map(({ id }) => id)).toEqual(['3', '4', '5']);
    expect(JSON.parse(client.events[0].data!)).toMatchObject({
      cluster: 'prod',
      actor: { name: 'jane@example.com' },
    });
  });

  it('goes on where a client was, without gap or repeat', async () => {
    await start();
    await record(450);
    const client = await connect({ 'last-event-id': '10' });
    await client.until(() => client.events.length >= 440);
    await record(1);
    await client.until(() => client.events.length >= 441);
    expect(client.events.map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 441 }, (_, i) => i + 11),
    );
    expect(client.text).not.toContain('resync');
  });

  it.each(['999', 'x', '-1', '99999999999999999999'])(
    'asks a client that says it was at %s to start anew',
    async position => {
      await start();
      await record(1);
      const client = await connect({ 'last-event-id': position });
      await client.until(() => client.frames.length > 0);
      expect(client.frames[0]).toMatchObject({ event: 'resync' });
      expect(client.events).toEqual([]);
    },
  );

  it('follows the filter, hides routine, hidden entities and people', async () => {
    await start({}, false);
    const client = await connect({}, '?verb=patch&verb=get');
    await record(1, sampleRead);
    await record(1, () =>
      sampleAuditEvent({
        objectRef: { resource: 'deployments', namespace: 'hidden', name: 'x' },
      }),
    );
    await record(1, () => sampleAuditEvent({ verb: 'create' }));
    await record(1);
    await client.until(() => client.events.length > 0);
    expect(client.events.map(({ id }) => id)).toEqual(['4']);
    expect(client.text).not.toContain('jane');
  });

  it('beats its heart', async () => {
    await start({ heartbeatMs: 20 });
    const client = await connect();
    await client.until(() => client.text.includes(': heartbeat\n\n'));
    expect(client.events).toEqual([]);
  });

  it('ends when the reader may no longer see events', async () => {
    await start({ authorizeMs: 20 });
    const client = await connect();
    allowed = false;
    await client.ended;
    expect(client.response.complete).toBe(true);
  });

  it('has a cap for each reader', async () => {
    await start({ streamsPerUser: 2 });
    const clients = [await connect(), await connect()];
    const refused = await connect();
    expect(refused.response.statusCode).toBe(429);
    clients[0].response.destroy();
    await clients[0].ended;
    await new Promise(resolve => setTimeout(resolve, 50));
    expect((await connect()).response.statusCode).toBe(200);
  });

  it('ends every stream when the backend stops', async () => {
    await start();
    const client = await connect();
    tail.close();
    await client.ended;
    expect((await connect()).response.statusCode).toBe(429);
  });
});
