// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('drift_targets', table => {
    table.comment(
      'Where entities should run, with the result of the last look',
    );
    table.string('id', 32).primary();
    table.string('entity_ref', 255).notNullable().index();
    table.string('cluster', 253).notNullable();
    table.string('namespace', 253).notNullable();
    table.text('location').notNullable();
    table.text('path').notNullable();
    table.string('renderer', 16).comment('As declared; null: found out');
    table.text('problem').comment('Why the declaration cannot be followed');
    table.bigInteger('missing_since').comment('Entity not in the catalog');
    table.bigInteger('ticket').notNullable().comment('Of the last run begun');
    table
      .bigInteger('committed_ticket')
      .notNullable()
      .comment('Of the run whose result stands; an older one is refused');
    table.bigInteger('looked_at').comment('Milliseconds since the epoch');
    table.bigInteger('good_at').comment('Last look that compared');
    table.bigInteger('unverified_since');
    table.string('problem_step', 16);
    table.text('problem_reason');
    table.text('notes').notNullable().comment('JSON: what was not read');
    table.string('rendered_by', 16);
    table.text('commit').comment('JSON');
    table.integer('objects_total').notNullable();
    table.integer('objects_compared').notNullable();
    table.integer('unverifiable').notNullable();
    table.text('audit_coverage');
  });

  await knex.schema.createTable('drift_runs', table => {
    table.comment('The last comparisons of each target');
    table.string('id', 32).primary();
    table.string('target_id', 32).notNullable();
    table.bigInteger('ticket').notNullable();
    table.string('status', 16).notNullable();
    table.string('trigger', 16).notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at');
    table.text('commit').comment('JSON');
    table.text('error');
    table.unique(['target_id', 'ticket']);
  });

  await knex.schema.createTable('drift_objects', table => {
    table.comment('Objects that targets declare, as last observed');
    table.string('target_id', 32).notNullable();
    table.string('object_key', 64).notNullable();
    table.text('ref').notNullable();
    table.string('cluster', 253).notNullable();
    table.string('api_group', 253).notNullable();
    table.string('kind', 128).notNullable();
    table.string('resource', 128).notNullable().comment('Empty: not served');
    table.string('namespace', 253).notNullable();
    table.string('name', 253).notNullable();
    table.string('verdict', 16).notNullable();
    table.text('reason');
    table.bigInteger('compared_at').comment('Last successful comparison');
    table.bigInteger('clean_at');
    table.bigInteger('unverified_since');
    table.primary(['target_id', 'object_key']);
    table.index(
      ['cluster', 'resource', 'namespace', 'name'],
      'drift_objects_watched_idx',
    );
  });

  await knex.schema.createTable('drift_findings', table => {
    table.comment('One difference at one path of one object; values masked');
    table.string('id', 32).primary();
    table.string('target_id', 32).notNullable();
    table.string('fingerprint', 64).notNullable();
    table.string('object_key', 64).notNullable();
    table.text('ref').notNullable();
    table.text('path').notNullable();
    table.string('type', 24).notNullable();
    table.string('direction', 16).notNullable();
    table.string('verdict', 16).notNullable();
    table.text('reason');
    table.string('severity', 16).notNullable();
    table.text('desired').comment('JSON');
    table.text('live').comment('JSON');
    table.string('desired_digest', 64).notNullable();
    table.string('live_digest', 64).notNullable();
    table.text('owner').comment('JSON');
    table.text('attribution').comment('JSON');
    table.text('source').comment('JSON');
    table.string('incident_id', 32).index();
    table.bigInteger('window_start').comment('Value not there yet');
    table.bigInteger('value_seen_at').notNullable().comment('First look at it');
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('last_seen_at').notNullable();
    table.bigInteger('last_clean_at');
    table.bigInteger('unverified_since');
    table.bigInteger('closed_at');
    table.unique(['target_id', 'fingerprint']);
  });

  await knex.schema.createTable('drift_incidents', table => {
    table.comment('Findings with one cause');
    table.string('id', 32).primary();
    table.integer('number').notNullable().unique();
    table.string('entity_ref', 255).notNullable();
    table.string('target_id', 32).notNullable().index();
    table.string('cluster', 253).notNullable();
    table.text('ref').notNullable();
    table.text('title').notNullable();
    table.string('state', 16).notNullable();
    table.string('severity', 16).notNullable();
    table.string('level', 16).notNullable();
    table.text('principals').notNullable().comment('JSON');
    table.text('people').notNullable().comment('JSON: names to hide');
    table.text('cause').comment('JSON');
    table.text('recommendation').comment('JSON');
    table.integer('finding_count').notNullable();
    table.text('event_ids').notNullable().comment('JSON: evidence');
    table.text('search_text').notNullable().comment('Lower case, no names');
    table.text('search_names').notNullable().comment('Lower case');
    table.bigInteger('opened_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('caused_at');
    table.bigInteger('resolved_at');
    table.string('resolution', 64);
    table.bigInteger('unverified_since');
    table.index(['opened_at', 'id'], 'drift_incidents_newest_idx');
    table.index(
      ['entity_ref', 'state', 'opened_at'],
      'drift_incidents_entity_idx',
    );
  });

  await knex.schema.createTable('drift_incident_events', table => {
    table.comment('Audit events that incidents rest on');
    table.string('incident_id', 32).notNullable();
    table.string('event_id', 32).notNullable().index();
    table.primary(['incident_id', 'event_id']);
  });

  await knex.schema.createTable('drift_incident_history', table => {
    table.comment('What happened to incidents');
    table.string('id', 32).primary();
    table.string('incident_id', 32).notNullable();
    table.bigInteger('time').notNullable();
    table.string('kind', 16).notNullable();
    table.text('text').notNullable();
    table.index(['incident_id', 'time'], 'drift_incident_history_idx');
  });

  await knex.schema.createTable('drift_counters', table => {
    table.comment('Numbers that are given out once');
    table.string('name', 32).primary();
    table.integer('value').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('drift_counters');
  await knex.schema.dropTable('drift_incident_history');
  await knex.schema.dropTable('drift_incident_events');
  await knex.schema.dropTable('drift_incidents');
  await knex.schema.dropTable('drift_findings');
  await knex.schema.dropTable('drift_objects');
  await knex.schema.dropTable('drift_runs');
  await knex.schema.dropTable('drift_targets');
};
