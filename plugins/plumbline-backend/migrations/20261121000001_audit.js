// @ts-check

/**
 * Audit events, their bodies and rules, quarantine, and what the feeds brought.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_events', table => {
    table.comment(
      'One row per audit event; bodies are kept apart so that scans stay narrow',
    );
    table
      .bigInteger('sequence')
      .primary()
      .comment('Order of commit, for the live tail');
    table.string('id', 32).notNullable().unique();
    table.string('event_key', 64).notNullable().unique();
    table.string('request_key', 64).notNullable();
    table.string('cluster', 253).notNullable();
    table.string('audit_id', 255).notNullable();
    table.string('stage', 32).notNullable();
    table.string('level', 32).notNullable();
    table
      .bigInteger('time_us')
      .notNullable()
      .comment('Time of the event, microseconds since the epoch');
    table
      .bigInteger('received_at')
      .notNullable()
      .comment('Milliseconds since the epoch');
    table.string('verb', 64).notNullable();
    table.string('api_group', 253);
    table.string('resource', 253);
    table.string('subresource', 253);
    table.string('namespace', 253);
    table.string('name', 512);
    table.string('actor', 512).notNullable().comment('The effective user');
    table.string('actor_class', 32).notNullable();
    table
      .string('on_behalf_of', 512)
      .comment('Who authenticated when the actor was impersonated');
    table.string('outcome', 16).notNullable();
    table.string('dry_run', 8).notNullable().comment('true, false or unknown');
    table.boolean('routine').notNullable();
    table
      .boolean('friction')
      .notNullable()
      .comment('Whether a friction rule matched');
    table.string('entity_ref', 512);
    table.text('sentence').notNullable();
    table
      .text('details')
      .notNullable()
      .comment('JSON: the event without bodies, command and resolution');
    table
      .text('search_text')
      .notNullable()
      .comment('Lower case, without names of people');
    table
      .text('search_people')
      .notNullable()
      .comment('Lower case, names of people');

    table.index(['time_us', 'id'], 'audit_events_time');
    table.index(['cluster', 'time_us', 'id'], 'audit_events_cluster_time');
    table.index(['request_key'], 'audit_events_request');
    table.index(['received_at'], 'audit_events_received');
    table.index(['entity_ref', 'time_us', 'id'], 'audit_events_entity_time');
    table.index(['actor', 'time_us', 'id'], 'audit_events_actor_time');
    table.index(
      ['resource', 'namespace', 'name', 'time_us'],
      'audit_events_object_time',
    );
  });

  await knex.schema.createTable('audit_event_bodies', table => {
    table.comment('The events as they came, bodies of sensitive kinds removed');
    table.bigInteger('sequence').primary();
    table.text('raw').notNullable();
  });
  await compressBodies(knex);

  await knex.schema.createTable('audit_event_rules', table => {
    table.comment('Rules that an event matched');
    table.bigInteger('sequence').notNullable();
    table.string('rule_id', 64).notNullable();
    table.string('severity', 16).notNullable();
    table.string('category', 16).notNullable();
    table.text('title').notNullable();
    table.text('message').notNullable();
    table.text('act_key').notNullable();
    table.text('workflow');
    table.primary(['sequence', 'rule_id']);
    table.index(['rule_id', 'sequence'], 'audit_event_rules_rule');
  });

  await knex.schema.createTable('audit_quarantine', table => {
    table.comment('What could not be read as an event');
    table.string('id', 32).primary();
    table.string('cluster', 253).notNullable();
    table.string('digest', 64).notNullable();
    table.bigInteger('received_at').notNullable();
    table.text('reason').notNullable();
    table.text('excerpt').notNullable();
    table.bigInteger('bytes').notNullable();
    table.unique(['cluster', 'digest'], { indexName: 'audit_quarantine_item' });
    table.index(['received_at', 'id'], 'audit_quarantine_received');
  });

  await knex.schema.createTable('audit_feeds', table => {
    table.comment('Counters of the feed of each cluster');
    table.string('cluster', 253).primary();
    table.bigInteger('last_received_at');
    table.bigInteger('last_event_at');
    table.bigInteger('stored').notNullable().defaultTo(0);
    table.bigInteger('duplicates').notNullable().defaultTo(0);
    table.bigInteger('quarantined').notNullable().defaultTo(0);
  });

  await knex.schema.createTable('audit_feed_days', table => {
    table.comment('Events by cluster and UTC day; outlives the events');
    table.string('cluster', 253).notNullable();
    table.string('day', 10).notNullable();
    table.bigInteger('events').notNullable();
    table.primary(['cluster', 'day']);
  });

  await knex.schema.createTable('audit_entities', table => {
    table.comment('Where events of an entity came from; outlives the events');
    table.string('entity_ref', 512).notNullable();
    table.string('cluster', 253).notNullable();
    table.primary(['entity_ref', 'cluster']);
  });

  await knex.schema.createTable('audit_sequence', table => {
    table.comment(
      'The one row that writers lock, so that sequences become visible in their order',
    );
    table.integer('id').primary();
    table.bigInteger('value').notNullable();
  });
  await knex('audit_sequence').insert({ id: 1, value: 0 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('audit_sequence');
  await knex.schema.dropTable('audit_entities');
  await knex.schema.dropTable('audit_feed_days');
  await knex.schema.dropTable('audit_feeds');
  await knex.schema.dropTable('audit_quarantine');
  await knex.schema.dropTable('audit_event_rules');
  await knex.schema.dropTable('audit_event_bodies');
  await knex.schema.dropTable('audit_events');
};

/**
 * lz4 takes a third of the time of PostgreSQL's default; not every build has it.
 *
 * @param {import('knex').Knex} knex
 */
async function compressBodies(knex) {
  if (knex.client.config.client !== 'pg') {
    return;
  }
  const { rows } = await knex.raw(
    "select 1 from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals)",
  );
  if (rows.length > 0) {
    await knex.raw(
      'alter table audit_event_bodies alter column raw set compression lz4',
    );
  }
}
