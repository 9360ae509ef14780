// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('install_keys', table => {
    table.comment('Keys made once for this installation');
    table.string('name', 32).primary();
    table.string('value', 128).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('install_keys');
};
