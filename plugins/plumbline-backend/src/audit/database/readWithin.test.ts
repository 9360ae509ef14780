import { createTestDatabases } from '../../testDatabases';
import { readWithin } from './readWithin';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('readWithin on %s', id => {
  it('gives what was read and throws what reading threw', async () => {
    const knex = await databases.init(id);
    expect(
      await readWithin(knex, 1000, reader => reader.select({ a: 1 })),
    ).toEqual([{ a: 1 }]);
    await expect(
      readWithin(knex, 1000, reader => reader('nothing')),
    ).rejects.toThrow(/nothing/);
  });

  (id.startsWith('POSTGRES') ? it : it.skip)(
    'ends a statement that takes too long',
    async () => {
      const knex = await databases.init(id);
      await expect(
        readWithin(knex, 100, reader => reader.raw('select pg_sleep(5)')),
      ).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('longer than 0.1 s'),
      });
    },
  );
});
