// @ts-check

/**
 * Which folder a look read, to tell which pushes concern a target.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('drift_targets', table => {
    table.text('read_folder').comment('The widest one that the last look read');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('drift_targets', table => {
    table.dropColumn('read_folder');
  });
};
