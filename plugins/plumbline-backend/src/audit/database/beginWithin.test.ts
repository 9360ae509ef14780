import { createTestDatabases } from '../../__testUtils__/testDatabases';
import { beginWithin } from './beginWithin';

const databases = createTestDatabases();
const limits = { waitMs: 150, statementMs: 1_000 };

describe.each(databases.eachSupportedId())('beginWithin on %s', id => {
  it('gives up when every connection is taken, and then does nothing', async () => {
    const knex = await databases.init(id);
    const { max } = knex.client.pool;
    const taken = await Promise.all(
      Array.from({ length: max }, () => knex.client.acquireConnection()),
    );
    const work = jest.fn();
    const start = Date.now();
    await expect(beginWithin(knex, limits, work)).rejects.toMatchObject({
      name: 'NoConnectionError',
    });
    expect(Date.now() - start).toBeLessThan(2_000);
    for (const connection of taken) {
      knex.client.releaseConnection(connection);
    }
    await knex.raw('select 1');
    expect(await beginWithin(knex, limits, async () => 7)).toBe(7);
    expect(work).not.toHaveBeenCalled();
  });

  it('hands on what the work throws, rolled back', async () => {
    const knex = await databases.init(id);
    await knex.schema.createTable('things', table => {
      table.integer('a');
    });
    await expect(
      beginWithin(knex, limits, async transaction => {
        await transaction('things').insert({ a: 1 });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await knex('things')).toEqual([]);
  });
});
