import { migrate } from '../database';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { InstallKeyStore } from './InstallKeyStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('InstallKeyStore on %s', id => {
  it('makes one key and gives it to every replica', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    const keys = await Promise.all(
      [1, 2, 3].map(() => new InstallKeyStore(knex).getOrCreate()),
    );
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
