import type { IgnoreSubject } from '@plumbline/kube-drift';
import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import { fromJsonColumn } from '../database/jsonColumn';
import type { FindingRow, TargetRow } from '../database/rows';
import type { SuppressionRecord } from '../records';
import type { RuleCandidate, RuleCandidateFilter } from './IgnoreRuleStore';

type CandidateRow = Pick<
  FindingRow,
  'id' | 'target_id' | 'ref' | 'path' | 'verdict' | 'suppression' | 'subject'
> &
  Pick<TargetRow, 'entity_ref' | 'cluster'>;

export async function findCandidates(
  knex: Knex,
  { entityRefs, kind }: RuleCandidateFilter,
): Promise<RuleCandidate[]> {
  const candidates: RuleCandidate[] = [];
  for (const refs of inChunks([...entityRefs].sort(), 100)) {
    const query = knex<FindingRow>('drift_findings as finding')
      .join('drift_targets as target', 'target.id', 'finding.target_id')
      .whereIn('target.entity_ref', refs)
      .whereNull('finding.closed_at')
      .whereIn('finding.verdict', ['drift', 'ignored'])
      .orderBy(['target.entity_ref', 'finding.ref', 'finding.path'])
      .orderBy('finding.id')
      .select<CandidateRow[]>(
        'finding.id',
        'finding.target_id',
        'finding.ref',
        'finding.path',
        'finding.verdict',
        'finding.suppression',
        'finding.subject',
        'target.entity_ref',
        'target.cluster',
      );
    if (kind !== undefined) {
      // Narrows what is read; which of it is of the kind is told by the subject.
      query.where('finding.ref', 'like', `%/${kind}/%`);
    }
    candidates.push(...(await query).map(toCandidate));
  }
  return candidates;
}

function toCandidate(row: CandidateRow): RuleCandidate {
  const captured = fromJsonColumn<SuppressionRecord>(row.suppression);
  return {
    id: row.id,
    targetId: row.target_id,
    entityRef: row.entity_ref,
    cluster: row.cluster,
    ref: row.ref,
    path: row.path,
    hiddenBy:
      row.verdict === 'ignored' ? { ruleId: captured?.ruleId } : undefined,
    subject: fromJsonColumn<IgnoreSubject>(row.subject),
  };
}

export async function countHidden(
  knex: Knex,
): Promise<{ ruleId: string; entityRef: string; count: number }[]> {
  const rows: { rule: string; entity: string; count: number | string }[] =
    await knex<FindingRow>('drift_findings as finding')
      .join('drift_targets as target', 'target.id', 'finding.target_id')
      .where({ 'finding.verdict': 'ignored' })
      .whereNull('finding.closed_at')
      .whereNotNull('finding.suppression_rule_id')
      .groupBy('finding.suppression_rule_id', 'target.entity_ref')
      .select({
        rule: 'finding.suppression_rule_id',
        entity: 'target.entity_ref',
      })
      .count({ count: '*' });
  return rows.map(({ rule, entity, count }) => ({
    ruleId: rule,
    entityRef: entity,
    count: Number(count),
  }));
}
