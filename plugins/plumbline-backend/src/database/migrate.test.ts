import type { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { migrationsFolder } from './migrate';

const databases = createTestDatabases();

async function tablesOf(knex: Knex): Promise<string[]> {
  const rows =
    knex.client.config.client === 'pg'
      ? await knex('pg_tables')
          .where({ schemaname: 'public' })
          .pluck('tablename')
      : await knex('sqlite_master').where({ type: 'table' }).pluck('name');
  return rows.filter((name: string) => !/^(knex_|sqlite_)/.test(name)).sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up, down and up again step by step', async () => {
    const knex = await databases.init(id);
    const directory = migrationsFolder;

    await knex.migrate.latest({ directory });
    const tables = await tablesOf(knex);
    expect(tables).toContain('install_keys');

    await knex.migrate.rollback({ directory }, true);
    expect(await tablesOf(knex)).toEqual([]);

    for (;;) {
      const [, applied] = await knex.migrate.up({ directory });
      if (applied.length === 0) break;
      await knex.migrate.down({ directory });
      await knex.migrate.up({ directory });
    }
    expect(await tablesOf(knex)).toEqual(tables);
  });
});
