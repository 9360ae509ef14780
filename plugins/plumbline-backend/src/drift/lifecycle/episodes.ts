import type { TargetChanges, TargetState } from '../DriftStore';
import type { ReconciledFindings } from './reconcileFindings';

/** When fields became drift, and when they ceased to be. */
export function episodesOf(
  { findings, target }: Pick<TargetState, 'findings' | 'target'>,
  { open, ended }: Pick<ReconciledFindings, 'open' | 'ended'>,
  now: number,
): Pick<TargetChanges, 'startEpisodes' | 'endEpisodes'> {
  const drifted = new Set(
    findings
      .filter(
        ({ closedAt, verdict }) =>
          closedAt === undefined && verdict === 'drift',
      )
      .map(({ id }) => id),
  );
  return {
    startEpisodes: open
      .filter(({ id, verdict }) => verdict === 'drift' && !drifted.has(id))
      .map(({ id, ref, path }) => ({
        findingId: id,
        at: now,
        entityRef: target.entityRef,
        ref,
        path,
      })),
    endEpisodes: ended.map(({ finding, resolution }) => ({
      findingId: finding.id,
      at: now,
      resolution,
    })),
  };
}
