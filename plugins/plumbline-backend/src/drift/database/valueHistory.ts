import type { Knex } from 'knex';
import { inChunks } from '../../database/inChunks';
import type { TargetChanges } from '../DriftStore';
import type { FindingRecord } from '../records';
import { fromValue } from './findingRows';
import type { EpisodeRow, FindingRow, FindingValueRow } from './rows';

/** Values that are kept of each finding, the newest ones. */
export const KEPT_VALUES = 20;

/** Appends values, and lets go of those beyond {@link KEPT_VALUES}. */
export async function writeValues(
  transaction: Knex.Transaction,
  { addValues }: Pick<TargetChanges, 'addValues'>,
): Promise<void> {
  for (const chunk of inChunks(addValues, 100)) {
    await transaction<FindingValueRow>('drift_finding_values')
      .insert(chunk.map(fromValue))
      .onConflict(['finding_id', 'at'])
      .merge();
  }
  for (const findingId of await withTooMany(transaction, addValues)) {
    const oldest = await transaction<FindingValueRow>('drift_finding_values')
      .where({ finding_id: findingId })
      .orderBy('at', 'desc')
      .offset(KEPT_VALUES - 1)
      .first('at');
    if (oldest) {
      await transaction<FindingValueRow>('drift_finding_values')
        .where({ finding_id: findingId })
        .where('at', '<', oldest.at)
        .delete();
    }
  }
}

/** Ids of findings of which more values are kept than should be. */
async function withTooMany(
  transaction: Knex.Transaction,
  added: TargetChanges['addValues'],
): Promise<string[]> {
  const ids = [...new Set(added.map(({ findingId }) => findingId))];
  const found: string[] = [];
  for (const chunk of inChunks(ids, 100)) {
    found.push(
      ...(await transaction<FindingValueRow>('drift_finding_values')
        .whereIn('finding_id', chunk)
        .groupBy('finding_id')
        .having(transaction.raw('count(*)'), '>', KEPT_VALUES)
        .pluck('finding_id')),
    );
  }
  return found;
}

/** Notes from when to when fields were drift. */
export async function writeEpisodes(
  transaction: Knex.Transaction,
  targetId: string,
  {
    startEpisodes,
    endEpisodes,
  }: Pick<TargetChanges, 'startEpisodes' | 'endEpisodes'>,
): Promise<void> {
  for (const { at, resolution, findingIds } of byEnd(endEpisodes)) {
    for (const chunk of inChunks(findingIds, 100)) {
      await transaction<EpisodeRow>('drift_episodes')
        .whereIn('finding_id', chunk)
        .whereNull('closed_at')
        .update({ closed_at: at, resolution });
    }
  }
  for (const chunk of inChunks(startEpisodes, 50)) {
    await transaction<EpisodeRow>('drift_episodes')
      .insert(
        chunk.map(({ findingId, at, entityRef, ref, path }) => ({
          finding_id: findingId,
          opened_at: at,
          target_id: targetId,
          entity_ref: entityRef,
          ref,
          path,
        })),
      )
      .onConflict(['finding_id', 'opened_at'])
      .ignore();
  }
}

/** Those that end at one time for one reason, together. */
function byEnd(ends: TargetChanges['endEpisodes']) {
  const groups = new Map<
    string,
    { at: number; resolution: string; findingIds: string[] }
  >();
  for (const { findingId, at, resolution } of ends) {
    const key = `${at} ${resolution}`;
    const group = groups.get(key) ?? { at, resolution, findingIds: [] };
    group.findingIds.push(findingId);
    groups.set(key, group);
  }
  return groups.values();
}

/**
 * Makes room for findings whose difference ended so long ago that it is not taken up again: the old row stays with its
 * incident, under its own id instead of the fingerprint that the new one needs.
 */
export async function retireFindings(
  transaction: Knex.Transaction,
  targetId: string,
  findings: readonly FindingRecord[],
): Promise<void> {
  await transaction<FindingRow>('drift_findings')
    .where({ target_id: targetId })
    .whereIn(
      'fingerprint',
      findings.map(({ fingerprint }) => fingerprint),
    )
    .whereNotIn(
      'id',
      findings.map(({ id }) => id),
    )
    .whereNotNull('closed_at')
    .update({ fingerprint: transaction.ref('id') as never });
}
