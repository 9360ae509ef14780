import { TestDatabases } from '@backstage/backend-test-utils';

/**
 * The databases that every store is tested on. PostgreSQL takes part when
 * `BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING` is set, which `./dev test` does with an embedded server.
 */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });
}
