import type { Knex } from 'knex';
import type { AuditEventSummary, StoredAuditEvent } from '../StoredAuditEvent';
import {
  SUMMARY_COLUMNS,
  toStored,
  toSummary,
  type AuditEventRow,
  type AuditEventRuleRow,
} from './AuditEventRow';
import { inChunks } from '../../database/inChunks';

/** A query over `audit_events` that selects what a list shows. */
export function selectSummaries(knex: Knex): Knex.QueryBuilder {
  return knex('audit_events').select(
    SUMMARY_COLUMNS.map(column => `audit_events.${column}`),
  );
}

/** Rows of {@link selectSummaries} with their rules, in the order given. */
export async function withRules(
  knex: Knex,
  rows: AuditEventRow[],
): Promise<AuditEventSummary[]> {
  const rules = await rulesOf(knex, rows);
  return rows.map(row => toSummary(row, rules.get(Number(row.sequence)) ?? []));
}

/** Whole events that a query over `audit_events` finds, in its order. */
export async function readWhole(
  knex: Knex,
  query: Knex.QueryBuilder,
): Promise<StoredAuditEvent[]> {
  const rows: (AuditEventRow & { raw: string | null })[] = await query
    .leftJoin(
      'audit_event_bodies',
      'audit_event_bodies.sequence',
      'audit_events.sequence',
    )
    .select('audit_events.*', 'audit_event_bodies.raw');
  const rules = await rulesOf(knex, rows);
  return rows.map(row => toStored(row, rules.get(Number(row.sequence)) ?? []));
}

async function rulesOf(
  knex: Knex,
  rows: Pick<AuditEventRow, 'sequence'>[],
): Promise<Map<number, AuditEventRuleRow[]>> {
  const found = new Map<number, AuditEventRuleRow[]>();
  for (const chunk of inChunks(rows, 500)) {
    const rules: AuditEventRuleRow[] = await knex('audit_event_rules')
      .whereIn(
        'sequence',
        chunk.map(row => row.sequence),
      )
      .orderBy('rule_id');
    for (const rule of rules) {
      const sequence = Number(rule.sequence);
      found.set(sequence, [...(found.get(sequence) ?? []), rule]);
    }
  }
  return found;
}
