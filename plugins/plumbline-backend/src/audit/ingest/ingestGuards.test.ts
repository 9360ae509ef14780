import { once } from 'node:events';
import https from 'node:https';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases } from '../../__testUtils__/testDatabases';
import type { IngestParticipant } from '../IngestParticipant';
import {
  sampleAuditEvent,
  sampleEventList,
} from '../__testUtils__/sampleAuditEvents';
import {
  INGEST_PATH,
  startAuditBackend,
  tokens,
} from '../__testUtils__/startAuditBackend';

const databases = createTestDatabases();

type AuditBackend = Awaited<ReturnType<typeof startAuditBackend>>;

describe.each(databases.eachSupportedId())(
  'what audit ingest refuses and survives, on %s',
  id => {
    let running: AuditBackend | undefined;
    let knex: Knex;

    async function start(
      options: {
        participants?: IngestParticipant[];
        maxBodyBytes?: number;
      } = {},
      databaseId: TestDatabaseId = id,
    ) {
      knex = await databases.init(databaseId);
      running = await startAuditBackend({ knex, ...options });
      return running;
    }

    afterEach(async () => {
      await running?.stop();
      running = undefined;
    });

    const post = (...args: Parameters<AuditBackend['post']>) =>
      running!.post(...args);

    const rows = (table: string) => running!.rows(table);

    it('lets the sender decide the cluster, and nothing else', async () => {
      await start();
      const body = sampleEventList([sampleAuditEvent()]);
      const status = async (token: string, cluster: string) =>
        (
          await post(body, {
            token,
            path: `/api/plumbline/v1/clusters/${cluster}/audit-events`,
          })
        ).status;
      expect(await status(tokens.staging, 'prod')).toBe(403);
      expect(await status(tokens.prod, 'nowhere')).toBe(403);
      expect(await status(tokens.prod, 'prod%2f..%2fstaging')).toBe(403);
      expect(await status(tokens.prod, '__proto__')).toBe(403);
      expect(await status(tokens.reader, 'drained')).toBe(403);
      expect(await status('nothing', 'prod')).toBe(401);
      expect(await status(tokens.prod, 'prod')).toBe(200);
      expect(await rows('audit_events')).toBe(1);
    });

    it('tells a kube-apiserver that came over http why it has no token', async () => {
      await start();
      const response = await request(running!.server)
        .post(INGEST_PATH)
        .set('user-agent', 'Go-http-client/1.1')
        .send('{}');
      expect(response.status).toBe(401);
      expect(response.body.error).toMatchObject({
        name: 'AuthenticationError',
        message: expect.stringMatching(/no token over http:\/\/.*https:\/\//),
      });
      const other = await request(running!.server).post(INGEST_PATH).send('{}');
      expect(other.status).toBe(401);
      expect(other.body.error.message).toMatch(/externalAccess/);
    });

    it('refuses before the body is read', async () => {
      await start();
      const { port } = running!.server.address() as net.AddressInfo;
      const socket = net.connect(port, '127.0.0.1');
      socket.write(
        `POST ${INGEST_PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wrong\r\nContent-Length: 5000000000\r\n\r\n{`,
      );
      const [answer] = await once(socket, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1.1 401/);
      socket.destroy();
    });

    it('refuses what is too long after inflation, or compressed otherwise, and keeps the fact', async () => {
      await start({ maxBodyBytes: 10_000 });
      const bomb = await post(gzipSync(Buffer.alloc(50_000, 0x20)), {
        headers: { 'content-encoding': 'gzip' },
      });
      expect(bomb.status).toBe(413);
      expect(bomb.body.error.message).toMatch(/maxBodyBytes/);
      const zstd = await post('x', {
        headers: { 'content-encoding': 'zstd' },
      });
      expect(zstd.status).toBe(415);
      const broken = await post('not gzip', {
        headers: { 'content-encoding': 'gzip' },
      });
      expect(broken.status).toBe(400);
      expect(await rows('audit_quarantine')).toBe(2);
    });

    it('answers 503 with Retry-After while it cannot store, and loses nothing', async () => {
      let down = true;
      await start({
        participants: [
          {
            inTransaction: async () => {
              if (down) {
                throw new Error('no space left on device');
              }
            },
          },
        ],
      });
      const body = sampleEventList([sampleAuditEvent()]);
      const failed = await post(body);
      expect(failed.status).toBe(503);
      expect(failed.headers['retry-after']).toBe('3');
      expect(failed.body.error.name).toBe('ServiceUnavailableError');
      expect(failed.text).not.toContain('no space left');
      expect(await rows('audit_events')).toBe(0);
      down = false;
      expect((await post(body)).body.stored).toBe(1);
    });

    it('answers 503 when the database is gone', async () => {
      await start();
      await knex.schema.renameTable('audit_sequence', 'audit_sequence_away');
      const body = sampleEventList([sampleAuditEvent()]);
      const failed = await post(body);
      expect(failed.status).toBe(503);
      expect(failed.headers['retry-after']).toBe('3');
      await knex.schema.renameTable('audit_sequence_away', 'audit_sequence');
      expect((await post(body)).body.stored).toBe(1);
    });

    it('takes the same events on its TLS listener, and nothing else there', async () => {
      const { listener, ca } = await start();
      const call = async (
        path: string,
        method = 'POST',
        token = tokens.prod,
      ) => {
        const outgoing = https.request({
          host: '127.0.0.1',
          port: listener.port,
          path,
          method,
          ca,
          headers: token ? { authorization: `Bearer ${token}` } : {},
        });
        outgoing.end(
          method === 'POST' ? sampleEventList([sampleAuditEvent()]) : undefined,
        );
        const [response] = await once(outgoing, 'response');
        let text = '';
        for await (const chunk of response) {
          text += chunk;
        }
        return { status: response.statusCode, body: JSON.parse(text) };
      };
      expect(await call(INGEST_PATH)).toEqual({
        status: 200,
        body: { stored: 1, duplicates: 0, quarantined: 0 },
      });
      expect((await call(INGEST_PATH, 'POST', '')).status).toBe(401);
      expect((await call(INGEST_PATH, 'POST', tokens.staging)).status).toBe(
        403,
      );
      expect((await call('/api/plumbline/v1/audit-events', 'GET')).status).toBe(
        404,
      );
      expect((await call('/api/catalog/entities', 'GET')).body.error.name).toBe(
        'NotFoundError',
      );
    });

    it('finishes what is in work before it stops', async () => {
      let release = () => {};
      const gate = new Promise<void>(resolve => {
        release = resolve;
      });
      const { ingest } = await start({
        participants: [{ inTransaction: () => gate }],
      });
      const pending = post(sampleEventList([sampleAuditEvent()])).then(r => r);
      await new Promise(resolve => setTimeout(resolve, 300));
      const closed = ingest.close();
      const late = await post(sampleEventList([sampleAuditEvent()]));
      expect(late.status).toBe(503);
      release();
      await closed;
      expect((await pending).body.stored).toBe(1);
    });
  },
);
