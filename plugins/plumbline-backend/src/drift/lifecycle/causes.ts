import type { FindingRecord, ObservedFinding } from '../records';
import { actorOf } from './attributionLevels';

/** A commit that waits for sync. */
export function isGitAhead(
  finding: Pick<ObservedFinding, 'direction'>,
): boolean {
  return finding.direction === 'git-ahead';
}

/** Who or what moved, when that is known: differences with two known causes belong to two incidents. */
export function knownCause(finding: ObservedFinding): string | undefined {
  if (isGitAhead(finding)) {
    return `commit ${finding.source?.commit?.sha ?? ''}`;
  }
  const actor = actorOf(finding);
  return actor === undefined ? undefined : `actor ${actor}`;
}

/**
 * Of an incident's differences those that turn out to have another cause than its first ones, now that evidence came in.
 *
 * @returns `staying` is never empty when there are findings
 */
export function splitByCause(findings: FindingRecord[]): {
  staying: FindingRecord[];
  leaving: FindingRecord[];
} {
  const first = [...findings]
    .sort((a, b) => a.firstSeenAt - b.firstSeenAt || compare(a.id, b.id))
    .find(finding => knownCause(finding) !== undefined);
  const cause = first && knownCause(first);
  const stays = (finding: FindingRecord) => {
    const own = knownCause(finding);
    return own === undefined || own === cause;
  };
  return {
    staying: findings.filter(stays),
    leaving: findings.filter(finding => !stays(finding)),
  };
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
