import type { Knex } from 'knex';

/** The database did not give a connection in time. */
export class NoConnectionError extends Error {
  readonly name = 'NoConnectionError';
}

/**
 * Runs work in a transaction that must begin soon: a caller that waits for a connection longer than it can afford gets
 * an error, and the transaction, should it begin after all, does nothing.
 *
 * @param limits - milliseconds: `waitMs` until the transaction begins, `statementMs` for each statement (PostgreSQL)
 * @throws NoConnectionError
 */
export async function beginWithin<T>(
  knex: Knex,
  limits: { waitMs: number; statementMs: number },
  work: (transaction: Knex.Transaction) => Promise<T>,
): Promise<T> {
  const late = new NoConnectionError(
    `The database gave no connection within ${limits.waitMs} ms`,
  );
  return new Promise<T>((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(late);
    }, limits.waitMs);
    knex
      .transaction(async transaction => {
        if (isLate) {
          throw late;
        }
        clearTimeout(timer);
        if (knex.client.config.client === 'pg') {
          await transaction.raw(
            `set local statement_timeout = ${Math.floor(limits.statementMs)}`,
          );
        }
        return work(transaction);
      })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
