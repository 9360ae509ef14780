import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import { toFinding } from '../database/findingRows';
import type { FindingRow, SuppressionRow } from '../database/rows';
import type { FindingRecord } from '../records';
import { countHidden, findCandidates } from './candidateQueries';
import type { IgnoreRuleRecord } from './IgnoreRuleRecord';
import type { IgnoreRuleStore, RuleCandidateFilter } from './IgnoreRuleStore';
import { fromRule, ownerColumn, toRule, type RuleRow } from './ruleRows';

const ROWS_PER_STATEMENT = 100;

/** {@inheritDoc IgnoreRuleStore} */
export class DatabaseIgnoreRuleStore implements IgnoreRuleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<IgnoreRuleRecord[]> {
    return (await this.#rules().orderBy('id')).map(toRule);
  }

  async listFor(entityRef: string): Promise<IgnoreRuleRecord[]> {
    const rows = await this.#rules()
      .whereIn('entity_ref', [entityRef, ownerColumn(undefined)])
      .orderBy('id');
    return rows.map(toRule);
  }

  async get(id: string): Promise<IgnoreRuleRecord | undefined> {
    const row = await this.#rules().where({ id }).first();
    return row && toRule(row);
  }

  async create(rule: IgnoreRuleRecord): Promise<void> {
    await namedOnce(rule, this.#rules().insert(fromRule(rule)));
  }

  async update(rule: IgnoreRuleRecord): Promise<boolean> {
    const { id, ...columns } = fromRule(rule);
    const changed = await namedOnce(
      rule,
      this.#rules().where({ id }).update(columns),
    );
    return changed > 0;
  }

  async delete(id: string): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const deleted = await transaction<RuleRow>('ignore_rules')
        .where({ id })
        .delete();
      await transaction<FindingRow>('drift_findings')
        .where({ suppression_rule_id: id })
        .update({ suppression_rule_id: null });
      await transaction<SuppressionRow>('drift_suppressions')
        .where({ rule_id: id })
        .update({ rule_id: null });
      return deleted > 0;
    });
  }

  async takeExpired(now: number): Promise<IgnoreRuleRecord[]> {
    const due = await this.#rules()
      .where({ expiry_handled: false })
      .where('expires_at', '<=', now);
    const taken: IgnoreRuleRecord[] = [];
    for (const row of due) {
      const mine = await this.#rules()
        .where({ id: row.id, expiry_handled: false })
        .where('expires_at', '<=', now)
        .update({ expiry_handled: true });
      if (mine > 0) {
        taken.push(toRule(row));
      }
    }
    return taken;
  }

  countHidden() {
    return countHidden(this.#knex);
  }

  candidates(filter: RuleCandidateFilter) {
    return findCandidates(this.#knex, filter);
  }

  async findings(ids: string[]): Promise<FindingRecord[]> {
    const rows: FindingRow[] = [];
    for (const chunk of inChunks(ids, ROWS_PER_STATEMENT)) {
      rows.push(
        ...(await this.#knex<FindingRow>('drift_findings').whereIn(
          'id',
          chunk,
        )),
      );
    }
    return rows.map(toFinding);
  }

  async removeSuppressionsBefore(time: number): Promise<number> {
    let removed = 0;
    for (;;) {
      const ids: string[] = await this.#knex<SuppressionRow>(
        'drift_suppressions',
      )
        .where('at', '<', time)
        .limit(ROWS_PER_STATEMENT)
        .pluck('id');
      if (ids.length === 0) {
        return removed;
      }
      removed += await this.#knex<SuppressionRow>('drift_suppressions')
        .whereIn('id', ids)
        .delete();
    }
  }

  #rules() {
    return this.#knex<RuleRow>('ignore_rules');
  }
}

async function namedOnce<T>(
  { name, entityRef }: IgnoreRuleRecord,
  write: PromiseLike<T>,
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isDatabaseConflictError(error)) {
      throw new ConflictError(
        `There is an ignore rule ${name} of ${
          entityRef ?? 'the whole portal'
        } already; choose another name or change that one`,
      );
    }
    throw error;
  }
}
