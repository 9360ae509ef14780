import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';

/** SQLSTATE of a statement that PostgreSQL cancelled because it took too long. */
const QUERY_CANCELED = '57014';

/**
 * Reads with a limit for each statement on PostgreSQL, so that a wide search does not keep connections from ingest.
 * SQLite knows no such limit.
 *
 * @param limitMs - milliseconds
 * @throws ServiceUnavailableError when a statement took longer
 */
export async function readWithin<T>(
  knex: Knex,
  limitMs: number,
  read: (knex: Knex) => Promise<T>,
): Promise<T> {
  if (knex.client.config.client !== 'pg') {
    return read(knex);
  }
  try {
    return await knex.transaction(
      async transaction => {
        await transaction.raw(
          `set local statement_timeout = ${Math.floor(limitMs)}`,
        );
        return read(transaction);
      },
      { readOnly: true },
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === QUERY_CANCELED) {
        throw new ServiceUnavailableError(
          `The search took longer than ${
            limitMs / 1000
          } s: narrow its time or filters`,
        );
      }
    }
    throw error;
  }
}
