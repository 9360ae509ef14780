// @ts-check

/**
 * Friction events, and their sums by day from which scores of many entities are read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('friction_events', table => {
    table.comment('One row per act of going round the platform');
    table.string('id', 32).primary();
    table
      .string('act', 64)
      .notNullable()
      .unique()
      .comment('SHA-256 over cluster, rule and act');
    table
      .string('entity_ref', 512)
      .comment('Null when the object belongs to no entity or to several');
    table.string('cluster', 253).notNullable();
    table.string('rule_id', 64).notNullable();
    table.string('severity', 16).notNullable();
    table
      .double('points')
      .notNullable()
      .comment('When it happened, before decay');
    table
      .bigInteger('time')
      .notNullable()
      .comment('Milliseconds since the epoch');
    table.string('event_id', 32).notNullable().comment('The audit event');
    table.text('details').notNullable().comment('JSON: what a list shows');
    table.index(['entity_ref', 'time', 'id'], 'friction_events_entity_time');
    table.index(['time'], 'friction_events_time');
  });

  await knex.schema.createTable('friction_days', table => {
    table.comment('Sums of friction events by entity, rule and UTC day');
    table.string('entity_ref', 512).notNullable();
    table.string('rule_id', 64).notNullable();
    table
      .bigInteger('day')
      .notNullable()
      .comment('Start of the UTC day, milliseconds since the epoch');
    table.double('points').notNullable();
    table
      .double('weight')
      .notNullable()
      .comment('Sum of points * 2^((time - day) / half-life)');
    table.bigInteger('events').notNullable();
    table.primary(['entity_ref', 'rule_id', 'day']);
    table.index(['day'], 'friction_days_day');
  });

  await knex.schema.createTable('friction_parameters', table => {
    table.comment(
      'The half-life that the weights were summed with; the row that writers lock',
    );
    table.integer('id').primary();
    table.double('half_life_days');
  });
  await knex('friction_parameters').insert({ id: 1 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('friction_parameters');
  await knex.schema.dropTable('friction_days');
  await knex.schema.dropTable('friction_events');
};
