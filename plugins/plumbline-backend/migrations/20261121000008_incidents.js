// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('drift_incidents', table => {
    table.string('acknowledged_by', 255).comment('User entity ref');
    table.bigInteger('acknowledged_at');
    table.text('acknowledged_note');
    table.bigInteger('acknowledged_until').comment('Open again from then on');
    table.bigInteger('first_acknowledged_at').comment('Stays when taken back');
    table.text('grouping').comment('JSON: why its findings are one incident');
    table.text('fight').comment('JSON: writers that set a field in turn');
    table.integer('reopenings').notNullable().defaultTo(0);
    table.text('reopened_times').comment('JSON: the last ones');
    table.string('previous_id', 32).index().comment('Resolved long before');
    table.integer('previous_number');
    table.bigInteger('begun_at').comment('Proven write, commit or first look');
    table.string('begun_basis', 16);
    table.string('cause_class', 16).comment('What moved it, never who');
    table.dropColumn('recommendation');
  });

  await knex.schema.alterTable('drift_incident_history', table => {
    table.string('author', 255).comment('User entity ref of what a person did');
  });

  await knex.schema.alterTable('drift_objects', table => {
    table.text('health').comment('JSON: of a workload, as last observed');
    table
      .text('workloads')
      .comment('JSON: keys of the workloads it belongs to');
  });

  await knex.schema.createTable('drift_finding_values', table => {
    table.comment('The last values of each difference; values masked');
    table.string('finding_id', 32).notNullable();
    table.bigInteger('at').notNullable();
    table.string('live_digest', 64).notNullable();
    table.string('manager', 255).comment('Field manager that owned it');
    table.text('value').comment('JSON');
    table.primary(['finding_id', 'at']);
  });

  await knex.schema.createTable('drift_episodes', table => {
    table.comment('Each time that a field was drift, from begin to end');
    table.string('finding_id', 32).notNullable();
    table.bigInteger('opened_at').notNullable();
    table.string('target_id', 32).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.text('ref').notNullable();
    table.text('path').notNullable();
    table.bigInteger('closed_at').index();
    table.string('resolution', 64);
    table.primary(['finding_id', 'opened_at']);
    table.index(['entity_ref', 'opened_at'], 'drift_episodes_entity_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drift_episodes');
  await knex.schema.dropTable('drift_finding_values');
  await knex.schema.alterTable('drift_objects', table => {
    table.dropColumn('health');
    table.dropColumn('workloads');
  });
  await knex.schema.alterTable('drift_incident_history', table => {
    table.dropColumn('author');
  });
  await knex.schema.alterTable('drift_incidents', table => {
    table.text('recommendation').comment('JSON');
    for (const column of [
      'acknowledged_by',
      'acknowledged_at',
      'acknowledged_note',
      'acknowledged_until',
      'first_acknowledged_at',
      'grouping',
      'fight',
      'reopenings',
      'reopened_times',
      'previous_id',
      'previous_number',
      'begun_at',
      'begun_basis',
      'cause_class',
    ]) {
      table.dropColumn(column);
    }
  });
};
