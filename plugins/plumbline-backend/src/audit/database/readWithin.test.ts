import { createTestDatabases } from '../../__testUtils__/testDatabases';
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

  it('ends a statement that takes too long, where the database can', async () => {
    const knex = await databases.init(id);
    const isPostgres = id.startsWith('POSTGRES');
    const statement = isPostgres ? 'select pg_sleep(5)' : 'select 1';
    const outcome = await readWithin(knex, 100, reader =>
      reader.raw(statement),
    ).then(
      () => 'was read',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(outcome).toMatch(
      isPostgres
        ? /^ServiceUnavailableError: .* longer than 0\.1 s/
        : /^was read$/,
    );
  });
});
