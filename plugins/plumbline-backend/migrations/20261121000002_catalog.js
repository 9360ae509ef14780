// @ts-check

/**
 * How the last look at each cluster went, and what is known of the objects in them: whose they are is asked long after
 * they are gone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_health', table => {
    table.comment('The last look at each cluster, whichever replica looked');
    table.string('cluster', 253).primary();
    table.string('problem', 32).comment('NULL when the look went well');
    table.text('message');
    table
      .bigInteger('since')
      .notNullable()
      .comment('When it became as it is. Milliseconds since the epoch');
    table
      .bigInteger('last_look_at')
      .notNullable()
      .comment('Milliseconds since the epoch');
  });

  await knex.schema.createTable('owner_index', table => {
    table.comment(
      'Labels and owners of the objects of all clusters, deleted ones included for as long as their events are kept',
    );
    table.string('cluster', 253).notNullable();
    table.string('api_group', 253).notNullable();
    table.string('resource', 253).notNullable().comment('Plural');
    table
      .string('namespace', 253)
      .notNullable()
      .comment('Empty for cluster-scoped objects');
    table.string('name', 253).notNullable();
    table.string('kind', 253).notNullable();
    table.string('uid', 64).notNullable();
    table
      .text('facts')
      .notNullable()
      .comment('JSON: labels, annotations that name a delivery tool, owners');
    table
      .bigInteger('seen_at')
      .notNullable()
      .comment(
        'When it was known to exist, to within hours. Milliseconds since the epoch',
      );
    table.primary(['cluster', 'api_group', 'resource', 'namespace', 'name']);
    table.index(['cluster', 'uid'], 'owner_index_uid');
    table.index(['seen_at'], 'owner_index_seen');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('owner_index');
  await knex.schema.dropTable('cluster_health');
};
