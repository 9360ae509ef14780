import type { Knex } from 'knex';

const TABLES = [
  'drift_targets',
  'drift_objects',
  'drift_findings',
  'drift_finding_values',
  'drift_episodes',
  'drift_incidents',
  'drift_incident_events',
  'drift_incident_history',
  'drift_suppressions',
  'drift_syncs',
  'drift_counters',
];

/** All rows of what looks write, as the database holds them, in an order that does not change. */
export async function driftTables(
  knex: Knex,
): Promise<Record<string, Record<string, unknown>[]>> {
  const tables = await Promise.all(
    TABLES.map(async table => {
      const rows = await knex(table).select();
      const sorted = rows.sort((a, b) =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
      );
      return [table, sorted] as const;
    }),
  );
  return Object.fromEntries(tables);
}
