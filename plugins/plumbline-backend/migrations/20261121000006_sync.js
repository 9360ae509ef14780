// @ts-check

/**
 * Targets that a GitOps controller's object locates, and what controllers say that they applied.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('drift_targets', table => {
    table
      .text('controller')
      .comment('JSON: the object that says where the manifests are');
    table.text('sync').comment('JSON: what the controller said at the look');
    table.text('remarks').comment('JSON: what a reader must know of the look');
  });

  await knex.schema.createTable('drift_syncs', table => {
    table.comment('What the controllers of targets were seen to have applied');
    table.string('id', 32).primary();
    table.string('target_id', 32).notNullable();
    table.text('controller').notNullable();
    table.string('revision', 255);
    table.string('phase', 255);
    table.string('initiated_by', 255).comment('As the controller names them');
    table.bigInteger('applied_at').comment('Milliseconds since the epoch');
    table.bigInteger('seen_at').notNullable().comment('First look that saw it');
    table
      .bigInteger('happened_at')
      .notNullable()
      .comment('When it was applied, else seen');
    table.index(['target_id', 'happened_at'], 'drift_syncs_newest_idx');
    table.index(['seen_at'], 'drift_syncs_seen_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drift_syncs');
  await knex.schema.alterTable('drift_targets', table => {
    table.dropColumn('controller');
    table.dropColumn('sync');
    table.dropColumn('remarks');
  });
};
