import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import type { TargetChanges } from '../DriftStore';
import type { SuppressionEntry, SuppressionRecord } from '../records';
import { fromJsonColumn, optional } from './jsonColumn';
import type { FindingRow, SuppressionRow } from './rows';

/** The rule of a column of its own counts: it is emptied when the rule is deleted. */
export function toSuppression(
  row: Pick<FindingRow, 'suppression' | 'suppression_rule_id'>,
): SuppressionRecord | undefined {
  const captured = fromJsonColumn<SuppressionRecord>(row.suppression);
  return captured && { ...captured, ruleId: optional(row.suppression_rule_id) };
}

export async function writeSuppressions(
  transaction: Knex.Transaction,
  targetId: string,
  { addSuppressions }: Pick<TargetChanges, 'addSuppressions'>,
): Promise<void> {
  for (const entries of inChunks(addSuppressions, 50)) {
    await transaction<SuppressionRow>('drift_suppressions').insert(
      entries.map(entry => fromEntry(targetId, entry)),
    );
  }
}

function fromEntry(
  targetId: string,
  { suppression, ...entry }: SuppressionEntry,
): SuppressionRow {
  return {
    id: entry.id,
    target_id: targetId,
    entity_ref: entry.entityRef,
    fingerprint: entry.fingerprint,
    ref: entry.ref,
    path: entry.path,
    type: entry.type,
    severity: entry.severity,
    rule_id: suppression.ruleId ?? null,
    rule_name: suppression.name ?? null,
    rule_reason: suppression.reason ?? null,
    rule_text: suppression.text,
    at: suppression.at,
  };
}
