import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Folder of the migrations of all domains. */
export const migrationsFolder = resolvePackagePath(
  '@plumbline/backstage-plugin-plumbline-backend',
  'migrations',
);

/** Brings the schema up to date. */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrationsFolder });
}
