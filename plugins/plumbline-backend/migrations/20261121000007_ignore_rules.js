// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ignore_rules', table => {
    table.comment('What people decided not to be shown as drift');
    table.string('id', 32).primary();
    table
      .string('entity_ref', 255)
      .notNullable()
      .comment('Empty: of the whole portal');
    table.string('name', 120).notNullable();
    table.text('reason').notNullable();
    table.string('api_group', 253).comment('Empty: the core group; null: any');
    table.string('kind', 128);
    table.string('namespace', 253);
    table.string('object_name', 253);
    table.text('path');
    table.text('json_pointer');
    table.text('jq');
    table.string('manager', 253);
    table.bigInteger('expires_at').comment('Milliseconds since the epoch');
    table
      .boolean('expiry_handled')
      .notNullable()
      .comment('Whether its targets were looked at after it expired');
    table.boolean('active').notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('created_by', 255).notNullable().comment('User entity ref');
    table.bigInteger('updated_at');
    table.string('updated_by', 255);
    table.unique(['entity_ref', 'name']);
    table.index(['expiry_handled', 'expires_at'], 'ignore_rules_expiry_idx');
  });

  await knex.schema.alterTable('drift_findings', table => {
    table.text('suppression').comment('JSON: what hides it, as captured');
    table
      .string('suppression_rule_id', 32)
      .index()
      .comment('Null: no saved rule hides it');
    table.text('subject').comment('JSON: what ignore rules ask of it');
  });

  await knex.schema.createTable('drift_suppressions', table => {
    table.comment('Each time that a rule began to hide a difference');
    table.string('id', 32).primary();
    table.string('target_id', 32).notNullable().index();
    table.string('entity_ref', 255).notNullable();
    table.string('fingerprint', 64).notNullable();
    table.text('ref').notNullable();
    table.text('path').notNullable();
    table.string('type', 24).notNullable();
    table.string('severity', 16).notNullable();
    table
      .string('rule_id', 32)
      .index()
      .comment('Null: not a saved rule, or it was deleted');
    table.text('rule_name').comment('As captured, as all below');
    table.text('rule_reason');
    table.text('rule_text').notNullable();
    table.bigInteger('at').notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drift_suppressions');
  await knex.schema.alterTable('drift_findings', table => {
    table.dropIndex('suppression_rule_id');
    table.dropColumn('suppression');
    table.dropColumn('suppression_rule_id');
    table.dropColumn('subject');
  });
  await knex.schema.dropTable('ignore_rules');
};
